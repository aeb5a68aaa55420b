// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.lists.filters;

import java.time.Clock;
import java.util.Set;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.simulator.crm.SimulatedRecord;
import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.schema.PropertyDefinition;
import io.github.camelhubspot.simulator.schema.PropertyDefinitions;

/** Reads filters of the type PROPERTY. */
final class PropertyFilters {

    private static final Set<String> TEXTS = Set.of("string", "phone_number");
    private static final Set<String> TIMES = Set.of("date", "datetime");

    private final PropertyDefinitions definitions;
    private final TimeConditions times;

    PropertyFilters(PropertyDefinitions definitions, Clock clock) {
        this.definitions = definitions;
        this.times = new TimeConditions(definitions, clock);
    }

    /** Whether any filter that was read looks at the time of day. */
    boolean dependOnTime() {
        return times.dependOnNow();
    }

    Predicate<SimulatedRecord> read(JsonNode filter) {
        PropertyDefinition property = definition(definitions, Operation.text(filter, "property"));
        Operation operation = Operation.of(filter);
        return switch (operation.type()) {
            case "ALL_PROPERTY", "ALLTYPES" -> known(property.name(), operation);
            case "STRING", "MULTISTRING" -> condition(property, operation, TEXTS, new TextConditions(operation).read());
            case "NUMBER" -> condition(property, operation, Set.of("number"), NumberConditions.of(operation));
            case "NUMBER_RANGED" ->
                condition(property, operation, Set.of("number"), NumberConditions.ranged(operation));
            case "BOOL" -> condition(property, operation, Set.of("bool"), bool(operation));
            case "ENUMERATION" -> condition(property, operation, Set.of("enumeration"), OptionConditions.of(operation));
            case "TIME_POINT" -> times.point(timed(property, operation), operation);
            case "TIME_RANGED" -> times.ranged(timed(property, operation), operation);
            case "DATETIME" -> times.stamp(timed(property, operation), operation);
            case "DATETIME_RANGED" -> times.stampRange(timed(property, operation), operation);
            case "DATETIME_ROLLING", "ROLLING_DATE_RANGE" -> times.rolling(timed(property, operation), operation);
            case "ROLLING_PROPERTY_UPDATED" -> times.updated(property.name(), operation);
            default ->
                throw FilterReader.unknown(
                        "operations of type " + operation.type(),
                        "ALL_PROPERTY, STRING, MULTISTRING, NUMBER, NUMBER_RANGED, BOOL, ENUMERATION, TIME_POINT,"
                                + " TIME_RANGED, DATETIME, DATETIME_RANGED, DATETIME_ROLLING and"
                                + " ROLLING_PROPERTY_UPDATED");
        };
    }

    static PropertyDefinition definition(PropertyDefinitions definitions, String name) {
        PropertyDefinition definition = definitions.get(name);
        if (definition == null) {
            throw HubSpotError.validation("Property \"" + name + "\" does not exist")
                    .context("propertyName", name)
                    .exception();
        }
        return definition;
    }

    private static Predicate<SimulatedRecord> known(String property, Operation operation) {
        return switch (operation.operator()) {
            case "IS_KNOWN" -> candidate -> candidate.property(property) != null;
            case "IS_UNKNOWN" -> candidate -> candidate.property(property) == null;
            case "IS_NOT_BLANK" -> candidate -> !isBlank(candidate.property(property));
            case "IS_BLANK" -> candidate -> isBlank(candidate.property(property));
            default -> throw operation.unknownOperator();
        };
    }

    private static boolean isBlank(String value) {
        return value == null || value.isBlank();
    }

    private static Condition bool(Operation operation) {
        String wanted = operation.text("value");
        return switch (operation.operator()) {
            case "IS_EQUAL_TO" -> Condition.now(wanted::equals);
            case "IS_NOT_EQUAL_TO" -> Condition.notNow(wanted::equals);
            case "HAS_EVER_BEEN_EQUAL_TO" -> Condition.ever(wanted::equals);
            case "HAS_NEVER_BEEN_EQUAL_TO" -> Condition.never(wanted::equals);
            default -> throw operation.unknownOperator();
        };
    }

    private static Predicate<SimulatedRecord> condition(
            PropertyDefinition property, Operation operation, Set<String> types, Condition condition) {
        checkType(property, operation, types);
        return condition.on(property.name(), operation.includesUnset());
    }

    /** When a property was written can be asked of any, whatever its values are. */
    private static String timed(PropertyDefinition property, Operation operation) {
        if (!operation.isAboutUpdates()) {
            checkType(property, operation, TIMES);
        }
        return property.name();
    }

    private static void checkType(PropertyDefinition property, Operation operation, Set<String> types) {
        if (!types.contains(property.type())) {
            throw HubSpotError.validation("Operations of type " + operation.type() + " do not fit the property "
                            + property.name() + ", which is of type " + property.type())
                    .context("propertyName", property.name())
                    .exception();
        }
    }
}
