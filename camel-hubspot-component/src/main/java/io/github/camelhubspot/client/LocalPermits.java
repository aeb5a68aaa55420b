// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.TokensInheritanceStrategy;
import io.github.camelhubspot.api.QuotaWindow;

/** The permits of this process alone. */
final class LocalPermits implements Permits {

    private final QuotaWindow window;
    private final Bucket bucket;

    LocalPermits(QuotaWindow window, int limit, Timing timing) {
        this.window = window;
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
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return CompletableFuture.completedFuture(probe.isConsumed() ? 0 : Math.max(1, probe.getNanosToWaitForRefill()));
    }

    @Override
    public void limit(int calls) {
        bucket.replaceConfiguration(Pace.of(window, calls), TokensInheritanceStrategy.PROPORTIONALLY);
    }
}
