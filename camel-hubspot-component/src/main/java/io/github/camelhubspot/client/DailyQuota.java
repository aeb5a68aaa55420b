// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * What is known of the calls that an account's day has left. Not thread-safe.
 *
 * <p>HubSpot's day ends at midnight in the account's time zone, which no answer tells; so while bulk work is stopped, one
 * bulk call now and then finds out whether a new day has begun.
 */
final class DailyQuota {

    static final Duration TIME_BETWEEN_TRIES = Duration.ofMinutes(10);

    private long limit = Long.MAX_VALUE;
    private long remaining = Long.MAX_VALUE;
    /** When HubSpot said it, and when a bulk call last tried. */
    private long seenAt;

    private long triedAt;

    void learned(long newLimit, long newRemaining, long now) {
        limit = newLimit;
        remaining = newRemaining;
        seenAt = now;
        triedAt = now;
    }

    /** A call was carried out whose answer says nothing of the day, as with OAuth: what is known is out of date in the end. */
    void answered(long now) {
        if (now - seenAt >= TIME_BETWEEN_TRIES.toNanos()) {
            learned(Long.MAX_VALUE, Long.MAX_VALUE, now);
        }
    }

    /** HubSpot refused a call since the day's quota is gone. */
    void usedUp(long now) {
        learned(limit == Long.MAX_VALUE ? 0 : limit, 0, now);
    }

    /** Whether a bulk call may go, by the percentage of the day that bulk work may reach. */
    boolean allowsBulk(int ceiling, long now) {
        if (!reached(ceiling)) {
            return true;
        }
        if (now - triedAt >= TIME_BETWEEN_TRIES.toNanos()) {
            triedAt = now;
            return true;
        }
        return false;
    }

    /** Whether the day's calls are used up to that percentage. */
    boolean reached(int ceiling) {
        return remaining <= 0 || (limit != Long.MAX_VALUE && limit - remaining >= limit / 100.0 * ceiling);
    }

    /** The calls left of the day; empty before HubSpot has said it. */
    OptionalLong remaining() {
        return remaining == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(remaining);
    }
}
