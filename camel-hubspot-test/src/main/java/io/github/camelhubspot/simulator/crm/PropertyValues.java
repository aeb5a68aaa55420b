// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.crm;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** The property values of one record, sorted by name: an immutable map that costs little memory. */
final class PropertyValues {

    static final PropertyValues NONE = new PropertyValues(new String[0], new PropertyValue[0]);

    private final String[] names;
    private final PropertyValue[] values;

    private PropertyValues(String[] names, PropertyValue[] values) {
        this.names = names;
        this.values = values;
    }

    PropertyValue get(String name) {
        int index = Arrays.binarySearch(names, name);
        return index < 0 ? null : values[index];
    }

    void forEach(BiConsumer<String, PropertyValue> action) {
        for (int i = 0; i < names.length; i++) {
            action.accept(names[i], values[i]);
        }
    }

    /** With the given values written at the given time; a value that stays the same keeps its history as it is. */
    PropertyValues with(Map<String, String> changes, long now) {
        TreeMap<String, PropertyValue> merged = new TreeMap<>();
        forEach(merged::put);
        changes.forEach((name, value) -> {
            PropertyValue before = merged.get(name);
            if (before == null) {
                merged.put(name, new PropertyValue(value, now, null));
            } else if (!before.value().equals(value)) {
                merged.put(name, before.next(value, now));
            }
        });
        return of(merged);
    }

    /** As they were at the given time. */
    PropertyValues at(long time) {
        TreeMap<String, PropertyValue> then = new TreeMap<>();
        forEach((name, value) -> {
            PropertyValue version = value.at(time);
            if (version != null) {
                then.put(name, version);
            }
        });
        return of(then);
    }

    private static PropertyValues of(TreeMap<String, PropertyValue> sorted) {
        return new PropertyValues(
                sorted.keySet().toArray(new String[0]), sorted.values().toArray(new PropertyValue[0]));
    }
}
