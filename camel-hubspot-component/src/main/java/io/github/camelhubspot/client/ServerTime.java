// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/**
 * What HubSpot's clock showed when an answer came; it may differ from the local one by any amount.
 *
 * @param time HubSpot's time, cut to whole seconds
 * @param nanos the same moment in nanoseconds of {@link Timing#nanoTime}
 */
public record ServerTime(Instant time, long nanos) {

    /** Reads the header {@code Date}; where it is missing or no date, the local clock has to do. */
    static ServerTime of(String dateHeader, Timing timing) {
        long nanos = timing.nanoTime();
        try {
            if (dateHeader != null) {
                return new ServerTime(
                        ZonedDateTime.parse(dateHeader.trim(), DateTimeFormatter.RFC_1123_DATE_TIME)
                                .toInstant(),
                        nanos);
            }
        } catch (DateTimeParseException e) {
            // As if it were missing.
        }
        return new ServerTime(timing.now(), nanos);
    }

    /** What HubSpot's clock showed, at the earliest, at an earlier moment. */
    public Instant at(long earlierNanos) {
        return time.minusNanos(nanos - earlierNanos);
    }
}
