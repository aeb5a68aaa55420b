// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.record;

import java.util.Map;
import java.util.function.BiConsumer;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The fields of a map or JSON object, read where they are: records are many, and copies of them would be too. */
interface Fields {

    /** The value of a field; null where it is missing. */
    Object get(String name);

    /** Gives every field, in order. */
    void forEach(BiConsumer<String, Object> action);

    /** The fields of a map or JSON object; null where the value is neither. */
    static Fields of(Object value) {
        if (value instanceof Map<?, ?> map) {
            return new OfMap(map);
        }
        return value instanceof ObjectNode object ? new OfJson(object) : null;
    }

    /** The fields of a map, whose keys are taken as texts. */
    record OfMap(Map<?, ?> map) implements Fields {
        @Override
        public Object get(String name) {
            return map.get(name);
        }

        @Override
        public void forEach(BiConsumer<String, Object> action) {
            map.forEach((name, value) -> action.accept(String.valueOf(name), value));
        }
    }

    /** The fields of a JSON object. */
    record OfJson(ObjectNode object) implements Fields {
        @Override
        public Object get(String name) {
            return object.get(name);
        }

        @Override
        public void forEach(BiConsumer<String, Object> action) {
            object.properties().forEach(field -> action.accept(field.getKey(), field.getValue()));
        }
    }
}
