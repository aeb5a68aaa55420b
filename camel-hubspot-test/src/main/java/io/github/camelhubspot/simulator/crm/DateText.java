// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.crm;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.OptionalLong;

/** The forms in which dates and times come in: ISO-8601 text, or milliseconds since 1970. */
public final class DateText {

    static final long DAY = 86_400_000L;
    // A time of this size in seconds is in the year 5138; in milliseconds it is in 1973.
    private static final long LARGEST_SECONDS = 99_999_999_999L;

    private DateText() {}

    /** Epoch milliseconds of digits, of an ISO date (at midnight UTC), or of an ISO time with a zone. */
    public static OptionalLong parse(String text) {
        OptionalLong digits = digits(text);
        return digits.isPresent() ? digits : iso(text);
    }

    static OptionalLong digits(String text) {
        try {
            return OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    static OptionalLong iso(String text) {
        try {
            long millis = text.indexOf('T') < 0
                    ? LocalDate.parse(text).toEpochDay() * DAY
                    : OffsetDateTime.parse(text).toInstant().toEpochMilli();
            return OptionalLong.of(millis);
        } catch (DateTimeException | ArithmeticException e) {
            return OptionalLong.empty();
        }
    }

    static boolean isIsoDate(String text) {
        return text.indexOf('T') < 0 && iso(text).isPresent();
    }

    static boolean looksLikeSeconds(long digits) {
        return Math.abs(digits) <= LARGEST_SECONDS && digits != 0;
    }

    static String date(long millis) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC).toString();
    }
}
