// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Predicate;

import io.github.camelhubspot.api.QuotaWindow;

/**
 * Lets the calls of one account go, in order, as its quota and call slots allow; waiting costs no thread.
 *
 * <p>Thread-safe. A waiting call holds no slot, so that a window that is used up does not hold back the others. What is
 * interactive goes before what is bulk, and else who waits longest goes first.
 */
public final class AccountGovernor {

    /** What a window that is used up gains in this time lets the next calls go. */
    private static final Duration USED_UP_PAUSE = Duration.ofMillis(500);

    private static final Refusal STOPPED = new Refusal(FailureKind.STOPPED, CallFailure.STOPPED);

    private final ClientResources resources;
    private final Timing timing;
    private final Map<QuotaWindow, Lane> lanes = new EnumMap<>(QuotaWindow.class);
    private final Set<Job> delayed = new HashSet<>();
    private final DailyQuota day = new DailyQuota();
    private QuotaLimits limits;
    private int inFlight;
    private long submitted;
    private long lastUse;
    private boolean stopped;

    /**
     * The governor of an account.
     *
     * @param account names the account in logs; no secret
     * @param key identifies the account in a shared store; no secret
     * @param shared the store through which nodes share the quota; null for none
     */
    public AccountGovernor(
            String account, String key, QuotaLimits limits, SharedQuota shared, ClientResources resources) {
        this.limits = limits;
        this.resources = resources;
        this.timing = resources.timing();
        this.lastUse = timing.nanoTime();
        for (QuotaWindow window : QuotaWindow.values()) {
            int limit = Lane.limit(window, limits, null);
            Permits permits = shared == null
                    ? new LocalPermits(window, limit, timing)
                    : new SharedPermits(shared, window, limit, account, key, resources);
            lanes.put(window, new Lane(window, limit, permits));
        }
    }

    /** Takes the limits of one more endpoint into account. */
    public synchronized void restrict(QuotaLimits others) {
        QuotaLimits strictest = limits.strictest(others);
        if (!strictest.equals(limits)) {
            limits = strictest;
            lanes.values().forEach(lane -> lane.limit(strictest));
        }
    }

    /** The calls that are being sent now. */
    public synchronized int inFlight() {
        return inFlight;
    }

    /** The calls that wait for quota, a slot or a retry. */
    public synchronized int waiting() {
        return delayed.size() + lanes.values().stream().mapToInt(Lane::size).sum();
    }

    /** The calls that a window allows, as far as HubSpot has said it and the options ask for it. */
    public synchronized int limit(QuotaWindow window) {
        return lanes.get(window).limit();
    }

    /** The calls left of the day; empty where HubSpot has not said it, as for OAuth. */
    public synchronized OptionalLong remainingToday() {
        return day.remaining();
    }

    /** Whether the day's calls are used up to the ceiling for bulk work. */
    public synchronized boolean ceilingReached() {
        return day.reached(limits.dailyCeiling());
    }

    /** Whether nothing was sent or waited for that long. */
    public synchronized boolean idleFor(Duration time) {
        return inFlight == 0 && waiting() == 0 && timing.nanoTime() - lastUse >= time.toNanos();
    }

    /** Notes that somebody is about to use the account. */
    public synchronized void touch() {
        lastUse = timing.nanoTime();
    }

    /** Gives a call its place in the order. */
    synchronized long number() {
        return submitted++;
    }

    /** Queues a call; it is run on the pool for calls, and its slot is free again when it returns. */
    void submit(QuotaWindow window, Job job) {
        Refusal refusal;
        synchronized (this) {
            lastUse = timing.nanoTime();
            refusal = refusal(job);
            if (refusal == null) {
                lanes.get(window).add(new Lane.Waiting(job.number(), lastUse, job));
            }
        }
        if (refusal != null) {
            job.refuse(refusal.kind(), refusal.message());
            return;
        }
        dispatch();
        if (job.stopping()) {
            // A call that can go at once may still be made, so that an exchange in flight can end well.
            refuse(job::equals, STOPPED);
        }
    }

    private Refusal refusal(Job job) {
        if (stopped) {
            return STOPPED;
        }
        boolean bulk = job.priority() == Priority.BULK;
        return bulk && !day.allowsBulk(limits.dailyCeiling(), timing.nanoTime()) ? ceiling() : null;
    }

    private Refusal ceiling() {
        return new Refusal(
                FailureKind.DAILY_LIMIT,
                "The calls of the day are used up to dailyCeiling=" + limits.dailyCeiling()
                        + " percent, so that no bulk call is sent");
    }

    /** Queues a call when some time has passed. */
    void submitLater(QuotaWindow window, Job job, Duration delay) {
        if (hold(job)) {
            timing.after(delay, () -> {
                if (release(job)) {
                    submit(window, job);
                }
            });
        }
    }

    /**
     * Keeps a call that waits for something else, so that its wait ends where the waiting of all does.
     *
     * @return whether it may wait; else it was refused
     */
    boolean hold(Job job) {
        boolean accepted;
        synchronized (this) {
            accepted = !stopped && !job.stopping();
            if (accepted) {
                delayed.add(job);
            }
        }
        if (!accepted) {
            job.refuse(STOPPED.kind(), STOPPED.message());
        }
        return accepted;
    }

    /** Ends such a wait; false where the call was refused meanwhile. */
    synchronized boolean release(Job job) {
        return delayed.remove(job);
    }

    /** Lets no call of a window go for some time, since HubSpot refused one. */
    void pause(QuotaWindow window, Duration time) {
        synchronized (this) {
            Lane lane = lanes.get(window);
            if (lane.pause(timing.nanoTime() + time.toNanos())) {
                timing.after(time, () -> resume(lane));
            }
        }
    }

    private void resume(Lane lane) {
        synchronized (this) {
            lane.resume(timing.nanoTime());
        }
        dispatch();
    }

    /** Notes what an answer says of the quota. */
    void learn(QuotaWindow window, QuotaHeaders headers, boolean success) {
        boolean ceilingReached = false;
        synchronized (this) {
            Lane lane = lanes.get(window);
            if (lane.learn(headers.max())) {
                lane.limit(limits);
            }
            if (headers.daily() != null && headers.dailyRemaining() != null) {
                day.learned(headers.daily(), headers.dailyRemaining(), timing.nanoTime());
                ceilingReached = day.reached(limits.dailyCeiling());
            } else if (success) {
                day.answered(timing.nanoTime());
            }
        }
        if (headers.max() != null && headers.remaining() != null) {
            resources.meter().quota(window, headers.max(), headers.remaining());
            if (headers.remaining() == 0) {
                // Somebody else uses this quota too.
                pause(window, USED_UP_PAUSE);
            }
        }
        if (headers.daily() != null && headers.dailyRemaining() != null) {
            resources.meter().dailyQuota(headers.daily(), headers.dailyRemaining());
        }
        if (ceilingReached) {
            refuse(job -> job.priority() == Priority.BULK, ceiling());
        }
    }

    /** HubSpot refused a call since the quota of the day is gone. */
    void dayUsedUp() {
        synchronized (this) {
            day.usedUp(timing.nanoTime());
        }
        refuse(job -> job.priority() == Priority.BULK, ceiling());
    }

    /** Lets calls go again after {@link #stop}. */
    public synchronized void start() {
        stopped = false;
    }

    /** Ends all waiting at once; calls in flight go on. */
    public void stop() {
        synchronized (this) {
            stopped = true;
        }
        refuse(job -> true, STOPPED);
    }

    /** Ends the waiting of calls whose route is being stopped. */
    public void refuseStopping() {
        refuse(Job::stopping, STOPPED);
    }

    private void refuse(Predicate<Job> which, Refusal why) {
        List<Job> refused = new ArrayList<>();
        synchronized (this) {
            delayed.removeIf(job -> which.test(job) && refused.add(job));
            lanes.values().forEach(lane -> refused.addAll(lane.remove(which)));
        }
        refused.forEach(job -> job.refuse(why.kind(), why.message()));
    }

    private void dispatch() {
        for (Lane lane = reserve(); lane != null; lane = reserve()) {
            CompletableFuture<Long> permit;
            try {
                permit = lane.permits().take().toCompletableFuture();
            } catch (RuntimeException e) {
                permit = CompletableFuture.failedFuture(e);
            }
            Lane asked = lane;
            if (permit.isDone() && !permit.isCompletedExceptionally()) {
                answered(asked, permit.join());
            } else {
                permit.whenComplete((wait, fault) -> {
                    answered(asked, fault == null ? wait : USED_UP_PAUSE.toNanos());
                    dispatch();
                });
            }
        }
    }

    /** The lane of whoever goes next, with a slot taken for it; null where nobody may go. */
    private synchronized Lane reserve() {
        if (inFlight >= limits.maxConcurrentCalls()) {
            return null;
        }
        Lane first = null;
        Lane.Waiting firstWaiting = null;
        for (Lane lane : lanes.values()) {
            Lane.Waiting waiting = lane.next();
            if (waiting != null && (firstWaiting == null || goesBefore(waiting, firstWaiting))) {
                first = lane;
                firstWaiting = waiting;
            }
        }
        if (first != null) {
            first.busy(true);
            inFlight++;
        }
        return first;
    }

    private static boolean goesBefore(Lane.Waiting one, Lane.Waiting other) {
        int byPriority = one.job().priority().compareTo(other.job().priority());
        return byPriority < 0 || (byPriority == 0 && one.number() < other.number());
    }

    /** Sends who is next, or waits for the permit that is not there yet. */
    private void answered(Lane lane, long wait) {
        Lane.Waiting next = null;
        long now = timing.nanoTime();
        synchronized (this) {
            if (wait == 0) {
                lane.busy(false);
                next = lane.poll();
                if (next == null) {
                    // Whoever it was for has been refused meanwhile.
                    lane.permits().ended(now);
                }
            }
            if (next == null) {
                inFlight--;
            }
        }
        if (wait > 0) {
            timing.after(Duration.ofNanos(wait), () -> wake(lane));
        } else if (next != null) {
            execute(lane, next, now);
        }
    }

    private void wake(Lane lane) {
        synchronized (this) {
            lane.busy(false);
        }
        dispatch();
    }

    private void execute(Lane lane, Lane.Waiting waiting, long permitTaken) {
        boolean stopping = waiting.job().stopping();
        try {
            resources.calls().execute(() -> runInSlot(lane, waiting, permitTaken, stopping));
        } catch (RejectedExecutionException e) {
            // The component is closing.
            free();
            waiting.job().refuse(STOPPED.kind(), STOPPED.message());
        }
    }

    private void runInSlot(Lane lane, Lane.Waiting waiting, long permitTaken, boolean stoppingBefore) {
        Job job = waiting.job();
        try {
            job.leaves(Duration.ofNanos(permitTaken - waiting.since()));
            if (isStopped() || (!stoppingBefore && job.stopping())) {
                // It has waited for a thread while the stop began.
                job.refuse(STOPPED.kind(), STOPPED.message());
            } else {
                job.run();
            }
        } finally {
            lane.permits().ended(permitTaken);
            free();
            dispatch();
        }
    }

    private synchronized boolean isStopped() {
        return stopped;
    }

    private synchronized void free() {
        inFlight--;
        lastUse = timing.nanoTime();
    }

    private record Refusal(FailureKind kind, String message) {}
}
