// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/**
 * What HubSpot's clock showed when an answer came; it may differ from the local one by any amount.
 *
 * <p>Few answers are asked for it, so the header is read when one is.
 *
 * @param dateHeader the header {@code Date}, cut to whole seconds; null where it is missing
 * @param local what the local clock showed, which has to do where the header is missing or no date
 * @param nanos the same moment in nanoseconds of {@link Timing#nanoTime}
 */
public record ServerTime(String dateHeader, Instant local, long nanos) {

    static ServerTime of(String dateHeader, Timing timing) {
        return new ServerTime(dateHeader, timing.now(), timing.nanoTime());
    }

    /** What HubSpot's clock showed, at the earliest, at an earlier moment. */
    public Instant at(long earlierNanos) {
        return time().minusNanos(nanos - earlierNanos);
    }

    private Instant time() {
        try {
            return dateHeader == null
                    ? local
                    : ZonedDateTime.parse(dateHeader.trim(), DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
        } catch (DateTimeParseException e) {
            // As if it were missing.
            return local;
        }
    }
}
