// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.search;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Function;

import io.github.camelhubspot.simulator.crm.DateText;
import io.github.camelhubspot.simulator.crm.ObjectStore;
import io.github.camelhubspot.simulator.crm.SimulatedRecord;
import io.github.camelhubspot.simulator.schema.ObjectType;
import io.github.camelhubspot.simulator.schema.PropertyDefinition;

/**
 * A property as search compares it: numbers as numbers, times as times, options exactly, other texts without regard to
 * case.
 *
 * @param name the property
 * @param ofRecord the value of a record; null if it has none
 * @param ofText a text of the request as such a value; null if it is none
 * @param isText whether values are texts without regard to case
 * @param isList whether values are several options joined by semicolons
 */
record SearchField<T extends Comparable<T>>(
        String name,
        Function<SimulatedRecord, T> ofRecord,
        Function<String, T> ofText,
        boolean isText,
        boolean isList) {

    /** The field of that name; refuses a property that is not defined. */
    static SearchField<?> of(ObjectStore store, String name) {
        ObjectType type = store.type();
        PropertyDefinition definition = store.definitions().get(name);
        if (definition == null) {
            throw SearchEngine.problem();
        }
        // These three are looked at most, and a record knows them without parsing.
        if (name.equals("hs_object_id")) {
            return field(name, SimulatedRecord::numericId, SearchField::digits);
        }
        if (name.equals(type.modifiedDate())) {
            return field(name, found -> found.updatedAt().toEpochMilli(), SearchField::millis);
        }
        if (name.equals(type.createDate())) {
            return field(name, found -> found.createdAt().toEpochMilli(), SearchField::millis);
        }
        return switch (definition.type()) {
            case "number" -> parsed(name, SearchField::number);
            case "date", "datetime" -> parsed(name, SearchField::millis);
            case "bool" -> parsed(name, text -> text);
            case "enumeration" ->
                new SearchField<>(
                        name, found -> found.property(name), text -> text, false, definition.takesSeveralOptions());
            default ->
                new SearchField<>(name, found -> lowerCase(found.property(name)), SearchField::lowerCase, true, false);
        };
    }

    private static <T extends Comparable<T>> SearchField<T> field(
            String name, Function<SimulatedRecord, T> ofRecord, Function<String, T> ofText) {
        return new SearchField<>(name, ofRecord, ofText, false, false);
    }

    private static <T extends Comparable<T>> SearchField<T> parsed(String name, Function<String, T> parser) {
        return field(
                name,
                found -> {
                    String text = found.property(name);
                    return text == null ? null : parser.apply(text);
                },
                parser);
    }

    private static Long digits(String text) {
        try {
            return Long.valueOf(text.trim());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static BigDecimal number(String text) {
        try {
            return new BigDecimal(text.trim());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static Long millis(String text) {
        OptionalLong millis = DateText.parse(text.trim());
        return millis.isPresent() ? Long.valueOf(millis.getAsLong()) : null;
    }

    private static String lowerCase(String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }
}
