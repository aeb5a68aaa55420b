// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TokensInheritanceStrategy;
import io.github.camelhubspot.api.QuotaWindow;

/**
 * Lets the calls of one account go, in order, as its rate limits and call slots allow; waiting costs no thread.
 *
 * <p>Thread-safe. A waiting call holds no slot, so that a window that is used up does not hold back the others.
 */
public final class AccountGovernor {

    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
    private static final Duration ONE_SECOND = Duration.ofSeconds(1);
    private static final int BURST_SHARE = 20;

    private final ClientResources resources;
    private final Map<QuotaWindow, Lane> lanes = new EnumMap<>(QuotaWindow.class);
    private final Set<Job> delayed = new HashSet<>();
    private QuotaLimits limits;
    private int inFlight;
    private long submitted;
    private boolean stopped;

    public AccountGovernor(QuotaLimits limits, ClientResources resources) {
        this.limits = limits;
        this.resources = resources;
        for (QuotaWindow window : QuotaWindow.values()) {
            lanes.put(
                    window,
                    new Lane(
                            Bucket.builder().addLimit(bandwidth(window, limits)).build()));
        }
    }

    /** Takes the limits of one more endpoint into account. */
    public synchronized void restrict(QuotaLimits others) {
        QuotaLimits strictest = limits.strictest(others);
        if (!strictest.equals(limits)) {
            limits = strictest;
            lanes.forEach((window, lane) -> lane.bucket.replaceConfiguration(
                    BucketConfiguration.builder()
                            .addLimit(bandwidth(window, strictest))
                            .build(),
                    TokensInheritanceStrategy.PROPORTIONALLY));
        }
    }

    /** The calls that are being sent now. */
    public synchronized int inFlight() {
        return inFlight;
    }

    /** The calls that wait for quota or a slot. */
    public synchronized int waiting() {
        return delayed.size()
                + lanes.values().stream().mapToInt(lane -> lane.waiting.size()).sum();
    }

    /** Queues a call; it is run on the pool for calls, and its slot is free again when it returns. */
    void submit(QuotaWindow window, Job job) {
        synchronized (this) {
            if (!stopped) {
                lanes.get(window).waiting.add(new Waiting(submitted++, job));
                job = null;
            }
        }
        if (job != null) {
            job.abandon();
        } else {
            dispatch();
        }
    }

    /** Queues a call when some time has passed. */
    void submitLater(QuotaWindow window, Job job, Duration delay) {
        synchronized (this) {
            if (!stopped) {
                delayed.add(job);
                resources.timer().schedule(() -> submitNow(window, job), delay.toMillis(), TimeUnit.MILLISECONDS);
                return;
            }
        }
        job.abandon();
    }

    private void submitNow(QuotaWindow window, Job job) {
        boolean waited;
        synchronized (this) {
            waited = delayed.remove(job);
        }
        if (waited) {
            submit(window, job);
        }
    }

    /** Lets calls go again after {@link #stop}. */
    public synchronized void start() {
        stopped = false;
    }

    /** Ends all waiting at once; calls in flight go on. */
    public void stop() {
        List<Job> abandoned = new ArrayList<>();
        synchronized (this) {
            stopped = true;
            abandoned.addAll(delayed);
            delayed.clear();
            lanes.values().forEach(lane -> {
                lane.waiting.forEach(waiting -> abandoned.add(waiting.job()));
                lane.waiting.clear();
            });
        }
        abandoned.forEach(Job::abandon);
    }

    private void dispatch() {
        List<Job> ready = new ArrayList<>();
        synchronized (this) {
            while (inFlight < limits.maxConcurrentCalls()) {
                Optional<Lane> next = longestWaiting();
                if (next.isEmpty()) {
                    break;
                }
                takeFirst(next.get(), ready);
            }
        }
        ready.forEach(this::execute);
    }

    /** Whoever waits longest goes first, whatever its window, so that none starves while slots are short. */
    private Optional<Lane> longestWaiting() {
        return lanes.values().stream()
                .filter(lane -> !lane.timed && !lane.waiting.isEmpty())
                .min(Comparator.comparingLong(lane -> lane.waiting.element().number()));
    }

    private void takeFirst(Lane lane, List<Job> ready) {
        ConsumptionProbe probe = lane.bucket.tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            inFlight++;
            ready.add(lane.waiting.remove().job());
        } else {
            lane.timed = true;
            resources.timer().schedule(() -> wake(lane), probe.getNanosToWaitForRefill(), TimeUnit.NANOSECONDS);
        }
    }

    private void execute(Job job) {
        try {
            resources.calls().execute(() -> runInSlot(job));
        } catch (RejectedExecutionException e) {
            // The component is closing.
            synchronized (this) {
                inFlight--;
            }
            job.abandon();
        }
    }

    private void wake(Lane lane) {
        synchronized (this) {
            lane.timed = false;
        }
        dispatch();
    }

    private void runInSlot(Job job) {
        try {
            job.run();
        } finally {
            synchronized (this) {
                inFlight--;
            }
            dispatch();
        }
    }

    /**
     * HubSpot's windows roll, so what the bucket holds and what it gains in one window stay below the limit together.
     */
    private static Bandwidth bandwidth(QuotaWindow window, QuotaLimits limits) {
        boolean search = window == QuotaWindow.SEARCH;
        int limit = search ? limits.searchesPerSecond() : limits.requestsPerTenSeconds();
        int burst = Math.max(1, limit / BURST_SHARE);
        return Bandwidth.builder()
                .capacity(burst)
                .refillGreedy(Math.max(1, limit - burst), search ? ONE_SECOND : TEN_SECONDS)
                .build();
    }

    /** A call that waits for its turn. */
    interface Job {
        /** Sends the call and returns when its answer has come. */
        void run();

        /** Ends the call without sending it. */
        void abandon();
    }

    private record Waiting(long number, Job job) {}

    private static final class Lane {
        private final Bucket bucket;
        private final Deque<Waiting> waiting = new ArrayDeque<>();
        private boolean timed;

        Lane(Bucket bucket) {
            this.bucket = bucket;
        }
    }
}
