// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import java.time.Duration;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.camelhubspot.api.QuotaWindow;

/**
 * How a limit of HubSpot's becomes a bucket: evenly, with a small burst.
 *
 * <p>HubSpot's windows roll, so what the bucket holds and what it gains in one window stay below the limit together.
 */
final class Pace {

    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
    private static final Duration ONE_SECOND = Duration.ofSeconds(1);
    private static final double GENERAL_SHARE = 0.97;
    /** One search too many is a fifth of the limit, and a window of one second leaves little time to spread them. */
    private static final double SEARCH_SHARE = 0.9;
    /** Nodes do not know of each other's calls in flight, which HubSpot may get closer together than they were sent. */
    private static final double SHARED_SHARE = 0.94;

    private static final int BURST_SHARE = 50;
    /** What is gained while a store is slow to answer must not overflow. */
    private static final int SHARED_BURST_SHARE = 33;

    private Pace() {}

    /** How long HubSpot's window is. */
    static Duration length(QuotaWindow window) {
        return switch (window) {
            case SEARCH, EVENTS -> ONE_SECOND;
            case GENERAL, ASSOCIATIONS -> TEN_SECONDS;
        };
    }

    /** The bucket for a limit of so many calls in a window. */
    static BucketConfiguration of(QuotaWindow window, int limit) {
        return of(window, limit, GENERAL_SHARE, Math.max(1, limit / BURST_SHARE));
    }

    /** The same for a bucket that several nodes share. */
    static BucketConfiguration shared(QuotaWindow window, int limit) {
        return of(window, limit, SHARED_SHARE, Math.max(1, limit / SHARED_BURST_SHARE));
    }

    private static BucketConfiguration of(QuotaWindow window, int limit, double generalShare, int burst) {
        boolean search = window == QuotaWindow.SEARCH;
        long windows = TEN_SECONDS.dividedBy(length(window));
        double refill = limit * windows * (search ? SEARCH_SHARE : generalShare);
        return BucketConfiguration.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(burst)
                        .refillGreedy(Math.max(1, (long) refill), TEN_SECONDS)
                        .build())
                .build();
    }
}
