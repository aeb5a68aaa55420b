// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.prepare;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.lookup.PropertyDefinition;
import io.github.camelhubspot.lookup.PropertySchema;

/** What HubSpot would say against the properties of a record, by its codes; messages hold no values. */
final class ValueCheck {

    static final String UNKNOWN_PROPERTY = "PROPERTY_DOESNT_EXIST";

    /** HubSpot's limit for a text. */
    private static final int LONGEST_TEXT = 65_536;

    private final boolean normalisesDates;

    /**
     * A check.
     *
     * @param normalisesDates whether HubSpot takes dates in any form, as it does from version 2026-09 on
     */
    ValueCheck(boolean normalisesDates) {
        this.normalisesDates = normalisesDates;
    }

    /** All the faults of a record. */
    List<HubSpotError.Detail> faults(PropertySchema schema, ObjectNode properties) {
        List<HubSpotError.Detail> faults = new ArrayList<>();
        properties.properties().forEach(property -> {
            String name = property.getKey();
            fault(name, schema.property(name), property.getValue()).forEach(faults::add);
        });
        return faults;
    }

    private Stream<HubSpotError.Detail> fault(String name, PropertyDefinition definition, JsonNode value) {
        if (definition == null) {
            return fault(name, UNKNOWN_PROPERTY, "does not exist");
        }
        if (definition.readOnly()) {
            return fault(name, "READ_ONLY_VALUE", "is read-only");
        }
        String text = value.asText("");
        if (value.isNull() || text.isEmpty()) {
            return Stream.empty();
        }
        return switch (definition.type()) {
            case "number" -> isNumber(text) ? Stream.empty() : fault(name, "INVALID_INTEGER", "must be a number");
            case "bool" ->
                text.equals("true") || text.equals("false")
                        ? Stream.empty()
                        : fault(name, "INVALID_OPTION", "must be true or false");
            case "date" -> isDate(text) ? Stream.empty() : fault(name, "INVALID_DATE", datesAllowed());
            case "datetime" ->
                DateForms.millis(text).isPresent()
                        ? Stream.empty()
                        : fault(
                                name,
                                "INVALID_LONG",
                                "must be a point in time: ISO-8601 with a time zone, or milliseconds since 1970");
            case "enumeration" ->
                options(definition, text).allMatch(definition::allows)
                        ? Stream.empty()
                        : fault(name, "INVALID_OPTION", "has a value that is none of its options");
            default ->
                text.length() <= LONGEST_TEXT
                        ? Stream.empty()
                        : fault(name, "INVALID_STRING", "is longer than " + LONGEST_TEXT + " characters");
        };
    }

    private static Stream<String> options(PropertyDefinition definition, String text) {
        // One semicolon at the beginning adds to the options that are set.
        return definition.several()
                ? Arrays.stream(text.split(";")).filter(option -> !option.isEmpty())
                : Stream.of(text);
    }

    private static boolean isNumber(String text) {
        try {
            return new BigDecimal(text.trim()).precision() > 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private boolean isDate(String text) {
        return (normalisesDates ? DateForms.normalisedDate(text) : DateForms.date(text)).isPresent();
    }

    private String datesAllowed() {
        return normalisesDates
                ? "must be a date"
                : "must be a date: yyyy-MM-dd, or milliseconds since 1970 at midnight UTC";
    }

    private static Stream<HubSpotError.Detail> fault(String name, String code, String what) {
        return Stream.of(new HubSpotError.Detail(
                "Property \"" + name + "\" " + what, code, null, null, Map.of("propertyName", List.of(name))));
    }
}
