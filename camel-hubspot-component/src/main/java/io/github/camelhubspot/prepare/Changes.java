// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.prepare;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.api.Json;
import io.github.camelhubspot.api.ObjectTypes;
import io.github.camelhubspot.lookup.PropertyDefinition;
import io.github.camelhubspot.lookup.PropertySchema;

/** What a write would change of what a record holds; two forms of one value, as HubSpot stores it, are no change. */
public final class Changes {

    private static final String CONTACTS = ObjectTypes.id("contacts");

    private final PropertySchema schema;
    private final boolean contacts;
    private final boolean normalisesDates;

    /**
     * Changes of records of one type.
     *
     * @param schema what is known of the properties; what is not known is compared as text
     * @param normalisesDates whether HubSpot takes dates in any form
     */
    public Changes(String objectType, PropertySchema schema, boolean normalisesDates) {
        this.schema = schema;
        this.normalisesDates = normalisesDates;
        this.contacts = CONTACTS.equals(ObjectTypes.id(objectType));
    }

    /**
     * The properties that would change, each with its old and new value.
     *
     * @param current what the record holds; null for a record that is not there
     */
    public ObjectNode of(ObjectNode properties, JsonNode current) {
        ObjectNode changes = Json.MAPPER.createObjectNode();
        properties.properties().forEach(property -> {
            String name = property.getKey();
            String to = text(property.getValue());
            String from = current == null ? null : text(current.path(name));
            // What was not given to read may hold anything.
            boolean unknown = current != null && current.path(name).isMissingNode();
            if (current == null ? to != null : unknown || !same(name, from, to)) {
                changes.putObject(name).put("from", from).put("to", to);
            }
        });
        return changes;
    }

    /** HubSpot clears a property by an empty text, and gives null for it afterwards. */
    private static String text(JsonNode value) {
        return value.isNull() || value.isMissingNode() || value.asText().isEmpty() ? null : value.asText();
    }

    private boolean same(String name, String from, String to) {
        if (from == null || to == null || from.equals(to)) {
            return from == null ? to == null : from.equals(to);
        }
        PropertyDefinition definition = schema.property(name);
        if (contacts && name.equals("email")) {
            return from.trim().equalsIgnoreCase(to.trim());
        }
        if (definition == null) {
            return false;
        }
        return switch (definition.type()) {
            case "number" -> same(from, to, Changes::number);
            case "bool" -> from.equalsIgnoreCase(to);
            case "date" -> same(from, to, normalisesDates ? DateForms::normalisedDate : DateForms::date);
            case "datetime" -> same(from, to, normalisesDates ? DateForms::normalisedMillis : DateForms::millis);
            case "enumeration" -> definition.several() && sameOptions(from, to);
            default -> false;
        };
    }

    private static <T> boolean same(String from, String to, Function<String, Optional<T>> value) {
        Optional<T> one = value.apply(from);
        return one.isPresent() && one.equals(value.apply(to));
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return Optional.of(new BigDecimal(text.trim()).stripTrailingZeros());
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean sameOptions(String from, String to) {
        Set<String> now = options(from);
        // A semicolon at the beginning adds to the options that are set.
        return to.startsWith(";") ? now.containsAll(options(to)) : now.equals(options(to));
    }

    private static Set<String> options(String text) {
        return Arrays.stream(text.split(";"))
                .filter(option -> !option.isEmpty())
                .collect(Collectors.toSet());
    }
}
