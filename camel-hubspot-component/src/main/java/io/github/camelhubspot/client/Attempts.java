// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import java.time.Duration;

/**
 * How often a call was sent, and when.
 *
 * @param firstSent when it was first sent so that HubSpot may have carried it out, in nanoseconds of
 *     {@link Timing#nanoTime}
 * @param retries how often it was sent again
 * @param pause how long HubSpot asked to wait before the next attempt; null where it did not ask
 */
public record Attempts(long firstSent, int retries, Duration pause) {

    /** What holds for two calls that are to be sent again as one. */
    public Attempts and(Attempts other) {
        boolean earlier = firstSent - other.firstSent < 0;
        boolean longer = other.pause == null || (pause != null && pause.compareTo(other.pause) > 0);
        return new Attempts(
                earlier ? firstSent : other.firstSent, Math.max(retries, other.retries), longer ? pause : other.pause);
    }
}
