// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

/**
 * How much of an account's quota may be used.
 *
 * @param requestsPerTenSeconds the most calls in ten seconds, for the general window and for associations each; null to
 *     learn it from HubSpot's answers, beginning with {@link #FIRST_REQUESTS_PER_TEN_SECONDS}
 * @param searchesPerSecond the searches in one second
 * @param maxConcurrentCalls the calls in flight at once
 * @param dailyCeiling the percentage of the day's quota at which bulk work stops
 */
public record QuotaLimits(
        Integer requestsPerTenSeconds, int searchesPerSecond, int maxConcurrentCalls, int dailyCeiling) {

    /** The limit of the smallest accounts, which is safe until HubSpot has said what this one's is. */
    static final int FIRST_REQUESTS_PER_TEN_SECONDS = 100;

    /** The lower one of each limit: endpoints that share an account share the strictest of what they ask for. */
    QuotaLimits strictest(QuotaLimits other) {
        return new QuotaLimits(
                lower(requestsPerTenSeconds, other.requestsPerTenSeconds),
                Math.min(searchesPerSecond, other.searchesPerSecond),
                Math.min(maxConcurrentCalls, other.maxConcurrentCalls),
                Math.min(dailyCeiling, other.dailyCeiling));
    }

    private static Integer lower(Integer one, Integer other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Math.min(one, other);
    }

    /**
     * The calls in ten seconds that are kept to.
     *
     * @param learned what HubSpot says that it allows; null where it has not said it
     */
    int requestsPerTenSeconds(Integer learned) {
        Integer limit = lower(requestsPerTenSeconds, learned);
        return limit == null ? FIRST_REQUESTS_PER_TEN_SECONDS : limit;
    }
}
