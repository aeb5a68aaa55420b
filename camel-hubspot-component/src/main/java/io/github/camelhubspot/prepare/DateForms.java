// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.prepare;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** The forms in which HubSpot takes dates and points in time. */
final class DateForms {

    private static final long DAY = 86_400_000L;

    /** In seconds this is in the year 5138, in milliseconds in 1973. */
    private static final long LARGEST_SECONDS = 99_999_999_999L;

    private DateForms() {}

    /** The date of {@code yyyy-MM-dd}, or of milliseconds since 1970 at midnight UTC; empty for anything else. */
    static Optional<LocalDate> date(String text) {
        Optional<Long> number = number(text);
        return number.isPresent()
                ? number.filter(millis -> Math.floorMod(millis, DAY) == 0).flatMap(DateForms::dateOf)
                : isoDate(text);
    }

    /** The date that HubSpot, which accepts more from version 2026-09 on, makes of a date or a point in time. */
    static Optional<LocalDate> normalisedDate(String text) {
        Optional<Long> seconds = number(text).filter(DateForms::looksLikeSeconds);
        return seconds.isPresent()
                ? dateOf(seconds.get() * 1000)
                : date(text).or(() -> millis(text).flatMap(DateForms::dateOf));
    }

    /** The milliseconds since 1970 of a point in time, or of a date at midnight UTC; empty for anything else. */
    static Optional<Long> millis(String text) {
        return number(text).or(() -> isoTime(text));
    }

    /** The same, as HubSpot understands it from version 2026-09 on. */
    static Optional<Long> normalisedMillis(String text) {
        Optional<Long> seconds = number(text).filter(DateForms::looksLikeSeconds);
        return seconds.isPresent() ? seconds.map(value -> value * 1000) : millis(text);
    }

    private static boolean looksLikeSeconds(long number) {
        return number != 0 && Math.abs(number) <= LARGEST_SECONDS;
    }

    private static Optional<Long> number(String text) {
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> dateOf(long millis) {
        return Optional.of(LocalDate.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC));
    }

    private static Optional<LocalDate> isoDate(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Long> isoTime(String text) {
        try {
            return Optional.of(
                    text.indexOf('T') < 0
                            ? LocalDate.parse(text).toEpochDay() * DAY
                            : OffsetDateTime.parse(text).toInstant().toEpochMilli());
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
