// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.lookup;

import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** The properties of an object type, as far as HubSpot told of them; immutable. */
public final class PropertySchema {

    /** Knows no property. */
    public static final PropertySchema UNKNOWN = new PropertySchema(Map.of());

    private final Map<String, PropertyDefinition> byName;

    private PropertySchema(Map<String, PropertyDefinition> byName) {
        this.byName = byName;
    }

    static PropertySchema of(JsonNode definitions) {
        Map<String, PropertyDefinition> byName = new HashMap<>();
        definitions.forEach(
                definition -> byName.put(definition.path("name").asText(), PropertyDefinition.of(definition)));
        return new PropertySchema(byName);
    }

    /** This schema and what another one knows besides. */
    PropertySchema and(PropertySchema other) {
        Map<String, PropertyDefinition> all = new HashMap<>(other.byName);
        all.putAll(byName);
        return new PropertySchema(all);
    }

    /** What is known of a property; null for one that the type does not have. */
    public PropertyDefinition property(String name) {
        return byName.get(name);
    }
}
