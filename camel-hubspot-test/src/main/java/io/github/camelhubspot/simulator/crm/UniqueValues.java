// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.crm;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.github.camelhubspot.simulator.schema.PropertyDefinition;
import io.github.camelhubspot.simulator.schema.PropertyDefinitions;

/** Which live record of a type holds which value of a unique property. */
final class UniqueValues {

    static final String EMAIL = "email";
    private static final String ADDITIONAL_EMAILS = "hs_additional_emails";

    private final PropertyDefinitions definitions;
    private final Map<String, Map<String, Long>> owners = new ConcurrentHashMap<>();

    UniqueValues(PropertyDefinitions definitions) {
        this.definitions = definitions;
    }

    /** The id of the record that has the value; null if none has. */
    Long owner(String property, String value) {
        Map<String, Long> index = owners.get(property);
        return index == null ? null : index.get(normalised(property, value));
    }

    /** A value in the form in which it is compared: e-mail addresses without regard to case. */
    String normalised(String property, String value) {
        PropertyDefinition definition = definitions.get(property);
        return definition != null && definition.isEmail() ? value.toLowerCase(Locale.ROOT) : value;
    }

    /** A value under which a record is found. */
    private record Entry(String index, String key) {}

    private Set<Entry> entries(SimulatedRecord of) {
        Set<Entry> entries = new HashSet<>();
        of.forEachProperty((name, value) ->
                keys(name, value.value()).forEach(key -> entries.add(new Entry(indexName(name), key))));
        return entries;
    }

    void add(SimulatedRecord unindexed) {
        entries(unindexed).forEach(entry -> index(entry.index()).put(entry.key(), unindexed.numericId()));
    }

    /** Puts a record in the place of its earlier self; a value that stays is found at every moment. */
    void replace(SimulatedRecord before, SimulatedRecord after) {
        add(after);
        Set<Entry> gone = entries(before);
        gone.removeAll(entries(after));
        gone.forEach(entry -> index(entry.index()).remove(entry.key(), before.numericId()));
    }

    void remove(SimulatedRecord indexed) {
        entries(indexed).forEach(entry -> index(entry.index()).remove(entry.key(), indexed.numericId()));
    }

    private Map<String, Long> index(String property) {
        return owners.computeIfAbsent(property, name -> new ConcurrentHashMap<>());
    }

    /** A contact is known by its secondary addresses as well as by its first. */
    static String indexName(String property) {
        return ADDITIONAL_EMAILS.equals(property) ? EMAIL : property;
    }

    /** The values under which a property's text is indexed; none if the property is not unique. */
    List<String> keys(String property, String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        if (ADDITIONAL_EMAILS.equals(property)) {
            List<String> addresses = new ArrayList<>();
            for (String address : text.split(";")) {
                addresses.add(normalised(EMAIL, address.trim()));
            }
            return addresses;
        }
        return definitions.isUnique(property) ? List.of(normalised(property, text)) : List.of();
    }

    void clear() {
        owners.clear();
    }
}
