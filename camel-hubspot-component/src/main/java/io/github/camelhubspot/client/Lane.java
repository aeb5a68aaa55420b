// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.Predicate;

import io.github.camelhubspot.api.QuotaWindow;

/** The calls of an account that wait for one of its windows. Not thread-safe: {@link AccountGovernor} guards it. */
final class Lane {

    /** HubSpot's limit for custom events, by its guide to them. */
    private static final int EVENTS_PER_SECOND = 1250;

    private final QuotaWindow window;
    private final Permits permits;
    private final Map<Priority, Queue<Waiting>> queues = new EnumMap<>(Priority.class);
    /** What HubSpot says that the window allows; null where it has not said it. */
    private Integer learned;

    private int limit;
    /** Whether the next permit is being asked for, or not there yet. */
    private boolean busy;

    private boolean paused;
    private long pausedUntil;

    Lane(QuotaWindow window, int limit, Permits permits) {
        this.window = window;
        this.limit = limit;
        this.permits = permits;
        for (Priority priority : Priority.values()) {
            queues.put(priority, new PriorityQueue<>(Comparator.comparingLong(Waiting::number)));
        }
    }

    /**
     * A call that waits.
     *
     * @param number its place in the order in which calls were handed in
     * @param since when it began to wait, by {@link Timing#nanoTime}
     */
    record Waiting(long number, long since, Job job) {}

    QuotaWindow window() {
        return window;
    }

    Permits permits() {
        return permits;
    }

    void add(Waiting waiting) {
        queues.get(waiting.job().priority()).add(waiting);
    }

    /** Who is next: what is interactive first; null where nobody waits or nobody may go. */
    Waiting next() {
        if (busy || paused) {
            return null;
        }
        return head();
    }

    private Waiting head() {
        Waiting first = queues.get(Priority.INTERACTIVE).peek();
        return first != null ? first : queues.get(Priority.BULK).peek();
    }

    /** Takes out who is next; null where nobody waits any more. */
    Waiting poll() {
        Waiting first = queues.get(Priority.INTERACTIVE).poll();
        return first != null ? first : queues.get(Priority.BULK).poll();
    }

    int size() {
        return queues.values().stream().mapToInt(Queue::size).sum();
    }

    /** Takes out all waiting calls that fit. */
    List<Job> remove(Predicate<Job> which) {
        List<Job> removed = new ArrayList<>();
        queues.values()
                .forEach(queue -> queue.removeIf(waiting -> {
                    boolean fits = which.test(waiting.job());
                    if (fits) {
                        removed.add(waiting.job());
                    }
                    return fits;
                }));
        return removed;
    }

    void busy(boolean isBusy) {
        busy = isBusy;
    }

    /** Lets nobody go until then; true where that is later than before. */
    boolean pause(long until) {
        if (paused && until - pausedUntil <= 0) {
            return false;
        }
        paused = true;
        pausedUntil = until;
        return true;
    }

    /** Ends a pause that is over. */
    void resume(long now) {
        if (paused && now - pausedUntil >= 0) {
            paused = false;
        }
    }

    /** Notes what HubSpot says that the window allows; true where that is new. */
    boolean learn(Integer max) {
        boolean isNew = max != null && !max.equals(learned);
        if (isNew) {
            learned = max;
        }
        return isNew;
    }

    /** Goes by the lower one of what is allowed and what is asked for. */
    void limit(QuotaLimits limits) {
        int wanted = limit(window, limits, learned);
        if (wanted != limit) {
            limit = wanted;
            permits.limit(wanted);
        }
    }

    int limit() {
        return limit;
    }

    static int limit(QuotaWindow window, QuotaLimits limits, Integer learned) {
        return switch (window) {
            case SEARCH -> limits.searchesPerSecond();
            case EVENTS -> EVENTS_PER_SECOND;
            case GENERAL, ASSOCIATIONS -> limits.requestsPerTenSeconds(learned);
        };
    }
}
