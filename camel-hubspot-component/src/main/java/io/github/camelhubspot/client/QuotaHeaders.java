// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import java.util.function.UnaryOperator;

/**
 * What an answer's {@code X-HubSpot-RateLimit} headers say; each is null where the header is missing or no number.
 *
 * @param max the calls that the window allows
 * @param remaining how many of them are left
 * @param daily the calls that the day allows; absent for OAuth
 * @param dailyRemaining how many of them are left
 */
record QuotaHeaders(Integer max, Integer remaining, Long daily, Long dailyRemaining) {

    private static final String PREFIX = "x-hubspot-ratelimit-";
    private static final long TEN_SECONDS = 10_000;
    /** Beyond any limit that HubSpot sells; a larger figure is no limit to pace by. */
    private static final long LARGEST_LIMIT = 1_000_000;

    /**
     * Reads the headers.
     *
     * @param header gives the value of a header by its name in lower case
     */
    static QuotaHeaders of(UnaryOperator<String> header) {
        Long interval = number(header.apply(PREFIX + "interval-milliseconds"));
        boolean usual = interval == null || interval == TEN_SECONDS;
        Long max = usual ? number(header.apply(PREFIX + "max")) : null;
        Long remaining = usual ? number(header.apply(PREFIX + "remaining")) : null;
        return new QuotaHeaders(
                max == null || max < 1 || max > LARGEST_LIMIT ? null : max.intValue(),
                remaining == null || remaining > LARGEST_LIMIT ? null : remaining.intValue(),
                number(header.apply(PREFIX + "daily")),
                number(header.apply(PREFIX + "daily-remaining")));
    }

    private static Long number(String text) {
        if (text == null
                || text.isEmpty()
                || text.length() > 15
                || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        return Long.valueOf(text);
    }
}
