// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.soak;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;

import io.github.camelhubspot.benchmarks.soak.work.Kind;

/** Waits for what a worker does, but neither for ever nor for one that has died or got stuck. */
final class Watch {

    private static final Duration NO_PROGRESS = Duration.ofSeconds(60);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final long PAUSE_MILLIS = 5;

    private final Surroundings around;
    private final long end;
    private long lastProgress = System.nanoTime();
    private long lastLook = lastProgress;
    private long lastSeen = -1;

    /**
     * A watch.
     *
     * @param limit how long everything may take from now on
     */
    Watch(Surroundings around, Duration limit) {
        this.around = around;
        this.end = System.nanoTime() + limit.toNanos();
    }

    /**
     * Waits for the moment to kill a worker: so many messages have been acknowledged in all, this worker has done some rows,
     * and, if that happens soon, it has a batch in hand that a second delivery would double while HubSpot answers a call. It
     * comes at the latest when all work is done.
     */
    void awaitMomentToKill(WorkerProcess worker, long messages) throws Exception {
        long rows = around.database().openRows();
        await(
                messages + " messages are acknowledged",
                worker,
                () -> around.broker().acknowledged() >= messages
                                && around.database().openRows() < rows
                        || isDone());
        long soon = System.nanoTime() + SOON.toNanos();
        await(
                "a call is in flight",
                worker,
                () -> around.hubSpot().inFlight() > 0 && around.broker().hasInHand(Kind.CREATE_WITHOUT_KEY)
                        || System.nanoTime() - soon > 0);
    }

    private boolean isDone() throws SQLException {
        return around.broker().messages() == 0 && around.database().openRows() == 0;
    }

    /** Waits until all messages and rows are done, and HubSpot answers no call any more. */
    void awaitEnd(WorkerProcess worker) throws Exception {
        await("all work is done", worker, () -> isDone() && around.hubSpot().inFlight() == 0);
    }

    /** Waits until the broker has noticed that a worker is gone. */
    void awaitBrokerAlone() throws Exception {
        await("the broker notices the kill", null, () -> around.broker().isAlone());
    }

    private void await(String what, WorkerProcess worker, Callable<Boolean> condition) throws Exception {
        lastProgress = System.nanoTime();
        while (!condition.call()) {
            if (worker != null && !worker.isAlive()) {
                throw new IllegalStateException("The worker died by itself, before " + what + "; " + state());
            }
            noteProgress();
            if (System.nanoTime() - lastProgress > NO_PROGRESS.toNanos()) {
                throw new IllegalStateException(
                        "Nothing was acknowledged for " + NO_PROGRESS + ", before " + what + "; " + state());
            }
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException("The time is over, before " + what + "; " + state());
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private void noteProgress() throws SQLException {
        if (System.nanoTime() - lastLook < LOOK_EVERY.toNanos()) {
            return;
        }
        lastLook = System.nanoTime();
        long seen = around.broker().acknowledged() - around.database().openRows();
        if (seen != lastSeen) {
            lastSeen = seen;
            lastProgress = lastLook;
        }
    }

    private String state() throws Exception {
        return around.broker().messages() + " messages and " + around.database().openRows() + " rows are left";
    }
}
