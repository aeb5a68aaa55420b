// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.TokensInheritanceStrategy;
import io.github.camelhubspot.api.QuotaWindow;

/**
 * The permits of this process alone.
 *
 * <p>A bucket spreads the calls. HubSpot counts when they arrive, which is some time between sending and answer, and a pause of
 * the network or of this process can make many arrive together; so a call also keeps its place in the window from when it
 * arrived at the latest. Thread-safe.
 */
final class LocalPermits implements Permits {

    /** Beyond this a call without an answer has arrived, and HubSpot is at work on it. */
    private static final long LATEST_ARRIVAL = Duration.ofMillis(500).toNanos();

    private static final long NEXT_LOOK = Duration.ofMillis(50).toNanos();

    private final QuotaWindow window;
    private final Timing timing;
    private final Bucket bucket;
    /** When the places of calls that have ended are free again. */
    private final ArrayDeque<Long> freeAt = new ArrayDeque<>();

    private int inFlight;
    private int limit;

    LocalPermits(QuotaWindow window, int limit, Timing timing) {
        this.window = window;
        this.limit = limit;
        this.timing = timing;
        this.bucket = Bucket.builder()
                .addLimit(Pace.of(window, limit).getBandwidths()[0])
                .withCustomTimePrecision(meter(timing))
                .build();
    }

    private static TimeMeter meter(Timing timing) {
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return timing.nanoTime();
            }

            @Override
            public boolean isWallClockBased() {
                return false;
            }
        };
    }

    /** Without any permit at first, for a window of which others may have used the rest. */
    LocalPermits empty() {
        bucket.consumeIgnoringRateLimits(bucket.getAvailableTokens());
        return this;
    }

    @Override
    public CompletionStage<Long> take() {
        return CompletableFuture.completedFuture(takeNow());
    }

    private synchronized long takeNow() {
        long now = timing.nanoTime();
        while (!freeAt.isEmpty() && freeAt.peek() - now <= 0) {
            freeAt.remove();
        }
        if (inFlight + freeAt.size() >= limit) {
            return freeAt.isEmpty() ? NEXT_LOOK : freeAt.peek() - now;
        }
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            return Math.max(1, probe.getNanosToWaitForRefill());
        }
        inFlight++;
        return 0;
    }

    @Override
    public synchronized void ended(long takenAt) {
        // Not below zero: a node that has just lost its store gets calls back whose permits came from there.
        inFlight = Math.max(0, inFlight - 1);
        long now = timing.nanoTime();
        long arrived = now - takenAt > LATEST_ARRIVAL ? takenAt + LATEST_ARRIVAL : now;
        freeAt.add(arrived + Pace.length(window).toNanos());
    }

    @Override
    public synchronized void limit(int calls) {
        limit = calls;
        bucket.replaceConfiguration(Pace.of(window, calls), TokensInheritanceStrategy.PROPORTIONALLY);
    }
}
