// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.lists.filters;

import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.LongPredicate;
import java.util.function.Predicate;

import io.github.camelhubspot.simulator.crm.SimulatedRecord;
import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.schema.PropertyDefinitions;

/** What filters ask of times: of a value, or of when it was written. */
final class TimeConditions {

    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final String INCLUSIVE = "INCLUSIVE";
    private static final String EXCLUSIVE = "EXCLUSIVE";

    private final Clock clock;
    private final TimePoints points;
    private boolean rolling;

    TimeConditions(PropertyDefinitions definitions, Clock clock) {
        this.clock = clock;
        this.points = new TimePoints(definitions, clock);
    }

    boolean dependOnNow() {
        return rolling || points.dependOnNow();
    }

    /** Before or after a point in time. */
    Predicate<SimulatedRecord> point(String property, Operation operation) {
        TimePoint point = points.read(operation.json().path("timePoint"));
        boolean inclusive = includes(operation, "endpointBehavior", EXCLUSIVE);
        return switch (operation.operator()) {
            case "IS_BEFORE" ->
                timed(property, operation, (candidate, time) -> isBefore(time, point.of(candidate), inclusive));
            case "IS_AFTER" ->
                timed(property, operation, (candidate, time) -> isBefore(point.of(candidate), time, inclusive));
            default -> throw operation.unknownOperator();
        };
    }

    /** Between two points in time or not, the points themselves being between unless the operation says otherwise. */
    Predicate<SimulatedRecord> ranged(String property, Operation operation) {
        TimePoint lower = points.read(operation.json().path("lowerBoundTimePoint"));
        TimePoint upper = points.read(operation.json().path("upperBoundTimePoint"));
        boolean withLower = includes(operation, "lowerBoundEndpointBehavior", INCLUSIVE);
        boolean withUpper = includes(operation, "upperBoundEndpointBehavior", INCLUSIVE);
        TimeTest between = (candidate, time) ->
                isBefore(lower.of(candidate), time, withLower) && isBefore(time, upper.of(candidate), withUpper);
        return between(property, operation, between);
    }

    private static Predicate<SimulatedRecord> between(String property, Operation operation, TimeTest between) {
        return switch (operation.operator()) {
            case "IS_BETWEEN" -> timed(property, operation, between);
            case "IS_NOT_BETWEEN" -> timed(property, operation, (candidate, time) -> !between.accepts(candidate, time));
            default -> throw operation.unknownOperator();
        };
    }

    private static boolean includes(Operation operation, String field, String byDefault) {
        String behaviour = operation.json().path(field).asText(byDefault);
        if (!behaviour.equals(INCLUSIVE) && !behaviour.equals(EXCLUSIVE)) {
            throw HubSpotError.validation(field + " must be INCLUSIVE or EXCLUSIVE")
                    .exception();
        }
        return behaviour.equals(INCLUSIVE);
    }

    /** Whether one time is before another; false if either is missing. */
    private static boolean isBefore(OptionalLong one, OptionalLong other, boolean orEqual) {
        if (one.isEmpty() || other.isEmpty()) {
            return false;
        }
        return one.getAsLong() < other.getAsLong() || orEqual && one.getAsLong() == other.getAsLong();
    }

    /** Compared with epoch milliseconds. */
    Predicate<SimulatedRecord> stamp(String property, Operation operation) {
        long wanted = number(operation, "timestamp");
        long day = Math.floorDiv(wanted, DAY);
        return switch (operation.operator()) {
            case "IS_EQUAL_TO" -> value(property, operation, time -> time == wanted);
            case "IS_BEFORE_DATE" -> value(property, operation, time -> time < day * DAY);
            case "IS_AFTER_DATE" -> value(property, operation, time -> time >= (day + 1) * DAY);
            default -> throw operation.unknownOperator();
        };
    }

    Predicate<SimulatedRecord> stampRange(String property, Operation operation) {
        long lower = number(operation, "lowerBoundTimestamp");
        long upper = number(operation, "upperBoundTimestamp");
        return between(
                property, operation, (candidate, time) -> time.orElseThrow() >= lower && time.orElseThrow() <= upper);
    }

    /** Some days ago, or from now. */
    Predicate<SimulatedRecord> rolling(String property, Operation operation) {
        rolling = true;
        long span = number(operation, "numberOfDays") * DAY;
        return switch (operation.operator()) {
            case "IS_LESS_THAN_X_DAYS_AGO" ->
                value(property, operation, time -> time <= clock.millis() && time > clock.millis() - span);
            case "IS_MORE_THAN_X_DAYS_AGO" -> value(property, operation, time -> time < clock.millis() - span);
            case "IS_LESS_THAN_X_DAYS_FROM_NOW" ->
                value(property, operation, time -> time >= clock.millis() && time < clock.millis() + span);
            case "IS_MORE_THAN_X_DAYS_FROM_NOW" -> value(property, operation, time -> time > clock.millis() + span);
            default -> throw operation.unknownOperator();
        };
    }

    /** Written within some days, or not. */
    Predicate<SimulatedRecord> updated(String property, Operation operation) {
        rolling = true;
        long span = number(operation, "numberOfDays") * DAY;
        Predicate<SimulatedRecord> recently =
                candidate -> TimePoints.updatedAt(candidate, property).orElse(Long.MIN_VALUE) > clock.millis() - span;
        return switch (operation.operator()) {
            case "UPDATED_IN_LAST_X_DAYS" -> recently;
            case "NOT_UPDATED_IN_LAST_X_DAYS" -> recently.negate();
            default -> throw operation.unknownOperator();
        };
    }

    private static long number(Operation operation, String field) {
        try {
            return Long.parseLong(operation.text(field));
        } catch (NumberFormatException e) {
            throw HubSpotError.validation(field + " must be a whole number").exception();
        }
    }

    private interface TimeTest {
        boolean accepts(SimulatedRecord candidate, OptionalLong time);
    }

    private static Predicate<SimulatedRecord> value(String property, Operation operation, LongPredicate test) {
        return timed(property, operation, (candidate, time) -> test.test(time.orElseThrow()));
    }

    private static Predicate<SimulatedRecord> timed(String property, Operation operation, TimeTest test) {
        return candidate -> {
            OptionalLong time = operation.isAboutUpdates()
                    ? TimePoints.updatedAt(candidate, property)
                    : TimePoints.valueOf(candidate, property);
            return time.isEmpty() ? operation.includesUnset() : test.accepts(candidate, time);
        };
    }
}
