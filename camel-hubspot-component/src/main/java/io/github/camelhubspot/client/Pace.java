// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import java.time.Duration;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.camelhubspot.api.QuotaWindow;

/**
 * How a limit of HubSpot's becomes a bucket: evenly, with a small burst.
 *
 * <p>HubSpot's windows roll, so what the bucket holds and what it gains in one window stay below the limit together, with a
 * little left for calls that HubSpot gets closer together than they were sent.
 */
final class Pace {

    private static final Duration REFILL = Duration.ofSeconds(10);
    private static final int SEARCH_WINDOWS = 10;
    private static final double GENERAL_SHARE = 0.97;
    /** One search too many is a fifth of the limit, and a window of one second leaves little time to spread them. */
    private static final double SEARCH_SHARE = 0.9;

    private static final int BURST_SHARE = 50;

    private Pace() {}

    /** The bucket for a limit of so many calls in a window. */
    static BucketConfiguration of(QuotaWindow window, int limit) {
        boolean search = window == QuotaWindow.SEARCH;
        double refill = search ? limit * SEARCH_SHARE * SEARCH_WINDOWS : limit * GENERAL_SHARE;
        return BucketConfiguration.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(Math.max(1, limit / BURST_SHARE))
                        .refillGreedy(Math.max(1, (long) refill), REFILL)
                        .build())
                .build();
    }
}
