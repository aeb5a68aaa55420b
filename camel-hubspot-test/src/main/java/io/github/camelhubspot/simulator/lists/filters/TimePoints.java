// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.lists.filters;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.OptionalLong;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.simulator.crm.DateText;
import io.github.camelhubspot.simulator.crm.PropertyValue;
import io.github.camelhubspot.simulator.crm.SimulatedRecord;
import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.schema.PropertyDefinitions;

/** Reads points in time: a date, one relative to now or today, or what another property says. */
final class TimePoints {

    private final PropertyDefinitions definitions;
    private final Clock clock;
    private boolean now;

    TimePoints(PropertyDefinitions definitions, Clock clock) {
        this.definitions = definitions;
        this.clock = clock;
    }

    boolean dependOnNow() {
        return now;
    }

    TimePoint read(JsonNode json) {
        String type = Operation.text(json, "timeType");
        return switch (type) {
            case "DATE" -> {
                OptionalLong millis = OptionalLong.of(date(json));
                yield candidate -> millis;
            }
            case "INDEXED" -> indexed(json);
            case "PROPERTY_REFERENCED" -> referenced(json);
            default -> throw FilterReader.unknown("times of type " + type, "DATE, INDEXED and PROPERTY_REFERENCED");
        };
    }

    private static long date(JsonNode json) {
        try {
            ZonedDateTime day = ZonedDateTime.of(
                    number(json, "year"), number(json, "month"), number(json, "day"), 0, 0, 0, 0, zone(json));
            return timeOfDay(day, json).toInstant().toEpochMilli();
        } catch (DateTimeException e) {
            throw HubSpotError.validation("There is no such time: " + e.getMessage())
                    .exception();
        }
    }

    private static int number(JsonNode json, String field) {
        Operation.text(json, field);
        return json.get(field).asInt();
    }

    private static ZoneId zone(JsonNode json) {
        String zone = Operation.text(json, "zoneId");
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw HubSpotError.validation("There is no time zone " + zone).exception();
        }
    }

    private static ZonedDateTime timeOfDay(ZonedDateTime day, JsonNode json) {
        return day.withHour(json.path("hour").asInt())
                .withMinute(json.path("minute").asInt())
                .withSecond(json.path("second").asInt())
                .withNano((int)
                        Duration.ofMillis(json.path("millisecond").asInt()).toNanos());
    }

    private TimePoint indexed(JsonNode json) {
        now = true;
        JsonNode reference = json.path("indexReference");
        String type = Operation.text(reference, "referenceType");
        if (!type.equals("NOW") && !type.equals("TODAY")) {
            throw FilterReader.unknown("times relative to " + type, "NOW and TODAY");
        }
        ZoneId zone = zone(json);
        JsonNode offset = json.path("offset");
        return candidate -> {
            ZonedDateTime start = clock.instant().atZone(zone);
            if (type.equals("TODAY")) {
                start = timeOfDay(start.toLocalDate().atStartOfDay(zone), reference);
            }
            return OptionalLong.of(moved(start, offset).toInstant().toEpochMilli());
        };
    }

    private static ZonedDateTime moved(ZonedDateTime start, JsonNode offset) {
        return start.plusYears(offset.path("years").asLong())
                .plusMonths(3 * offset.path("quarters").asLong())
                .plusMonths(offset.path("months").asLong())
                .plusWeeks(offset.path("weeks").asLong())
                .plusDays(offset.path("days").asLong())
                .plusHours(offset.path("hours").asLong())
                .plusMinutes(offset.path("minutes").asLong())
                .plusSeconds(offset.path("seconds").asLong())
                .plus(Duration.ofMillis(offset.path("milliseconds").asLong()));
    }

    private TimePoint referenced(JsonNode json) {
        String property = PropertyFilters.definition(definitions, Operation.text(json, "property"))
                .name();
        String reference = Operation.text(json, "referenceType");
        return switch (reference) {
            case "VALUE" -> candidate -> valueOf(candidate, property);
            case "UPDATED_AT" -> candidate -> updatedAt(candidate, property);
            default -> throw FilterReader.unknown("references of type " + reference, "VALUE and UPDATED_AT");
        };
    }

    /** The time that is the value of a property. */
    static OptionalLong valueOf(SimulatedRecord candidate, String property) {
        String value = candidate.property(property);
        return value == null ? OptionalLong.empty() : DateText.parse(value);
    }

    /** When a property was last written. */
    static OptionalLong updatedAt(SimulatedRecord candidate, String property) {
        List<PropertyValue> history = candidate.history(property);
        return history.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(history.get(0).timestamp());
    }
}
