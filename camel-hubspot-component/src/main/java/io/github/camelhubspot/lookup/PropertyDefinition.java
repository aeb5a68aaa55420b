// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.lookup;

import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the definition of a property says of its values.
 *
 * @param type HubSpot's type, such as {@code number} or {@code enumeration}
 * @param readOnly whether HubSpot alone sets the value
 * @param several whether a value is several options joined by semicolons
 * @param options the values that may be chosen; empty where any may, or where they lie elsewhere, as owners do
 */
public record PropertyDefinition(String type, boolean readOnly, boolean several, Set<String> options) {

    static PropertyDefinition of(JsonNode definition) {
        String type = definition.path("type").asText("string");
        boolean enumeration = type.equals("enumeration");
        boolean elsewhere = definition.path("externalOptions").asBoolean();
        return new PropertyDefinition(
                type,
                definition.path("calculated").asBoolean()
                        || definition
                                .path("modificationMetadata")
                                .path("readOnlyValue")
                                .asBoolean(),
                enumeration && definition.path("fieldType").asText().equals("checkbox"),
                enumeration && !elsewhere ? options(definition) : Set.of());
    }

    private static Set<String> options(JsonNode definition) {
        return definition
                .path("options")
                .valueStream()
                .map(option -> option.path("value").asText())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether that is a value that may be chosen. */
    public boolean allows(String option) {
        return options.isEmpty() || options.contains(option);
    }
}
