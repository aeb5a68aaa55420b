// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.random.RandomGenerator;

import io.github.camelhubspot.api.HubSpotError;

/**
 * How often and how long a call waits before it is sent again.
 *
 * @param maxRetries how often a call is repeated at most
 * @param maxDelay the longest wait
 */
public record RetryPolicy(int maxRetries, Duration maxDelay) {

    private static final Duration FIRST_DELAY = Duration.ofMillis(500);
    /** HubSpot asks clients to leave a locked record alone for at least two seconds. */
    private static final Duration LOCKED_DELAY = Duration.ofSeconds(2);

    private static final int MAX_DIGITS = 15;
    private static final Duration FOR_EVER = Duration.ofDays(365_000);

    private static final int LOCKED = 423;
    private static final int MAX_DOUBLINGS = 20;

    /**
     * What {@code Retry-After} asks for, in seconds or as a date.
     *
     * @return empty where the header is missing or cannot be read
     */
    static Optional<Duration> retryAfter(String header, Timing timing) {
        if (header == null || header.isBlank()) {
            return Optional.empty();
        }
        String value = header.trim();
        try {
            if (value.chars().allMatch(c -> c >= '0' && c <= '9')) {
                // More digits than a number can have are as long as for ever.
                return Optional.of(value.length() > MAX_DIGITS ? FOR_EVER : Duration.ofSeconds(Long.parseLong(value)));
            }
            Duration wait =
                    Duration.between(timing.now(), ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME));
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeParseException | ArithmeticException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether a call that was repeated so often may not be repeated again. */
    boolean usedUp(int retries) {
        return retries >= maxRetries;
    }

    /** Whether HubSpot asks for a longer wait than there is to be. */
    boolean tooLong(Optional<Duration> asked) {
        return asked.isPresent() && asked.get().compareTo(maxDelay) > 0;
    }

    /** The wait before the given retry, counted from 1: exponential, with a quarter of jitter. */
    Duration delay(int retry, HubSpotError error, RandomGenerator random) {
        Duration exponential = FIRST_DELAY.multipliedBy(1L << Math.min(retry - 1, MAX_DOUBLINGS));
        if (error != null && error.status() == LOCKED && exponential.compareTo(LOCKED_DELAY) < 0) {
            exponential = LOCKED_DELAY;
        }
        long millis = exponential.toMillis();
        Duration jittered = Duration.ofMillis(millis + random.nextLong(millis / 4 + 1));
        return jittered.compareTo(maxDelay) > 0 ? maxDelay : jittered;
    }
}
