// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.lookup;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.api.Json;

/**
 * Turns the definitions of an object type's properties into a JSON Schema (draft 2020-12) of its records' properties.
 *
 * <p>It takes what HubSpot gives, which is texts and null, and what the component takes besides: numbers, booleans, and
 * arrays for several options. Nothing is required, since what is depends on rules that no definition tells of.
 */
public final class PropertyJsonSchema {

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    /** HubSpot's limit for a text. */
    private static final int LONGEST_TEXT = 65_536;

    private static final String NUMBER = "^\\s*-?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?\\s*$|^$";

    private PropertyJsonSchema() {}

    /**
     * The schema of a record's properties.
     *
     * @param title names what it is about, such as the object type
     * @param definitions HubSpot's answer to the reading of an object type's properties
     */
    public static ObjectNode of(String title, JsonNode definitions) {
        ObjectNode schema = Json.MAPPER
                .createObjectNode()
                .put("$schema", DIALECT)
                .put("title", title)
                .put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        definitions
                .path("results")
                .valueStream()
                .filter(definition -> !definition.path("archived").asBoolean())
                .forEach(definition -> properties.set(definition.path("name").asText(), property(definition)));
        return schema.put("additionalProperties", false);
    }

    private static ObjectNode property(JsonNode definition) {
        ObjectNode property = Json.MAPPER.createObjectNode();
        putText(property, "title", definition.path("label"));
        putText(property, "description", definition.path("description"));
        PropertyDefinition known = PropertyDefinition.of(definition);
        if (known.readOnly()) {
            property.put("readOnly", true);
        }
        switch (known.type()) {
            case "number" -> types(property, "number", "string").put("pattern", NUMBER);
            case "bool" -> {
                ArrayNode values = types(property, "boolean", "string").putArray("enum");
                values.add(true).add(false).add("true").add("false").add("").addNull();
            }
            case "date" -> time(property, "date");
            case "datetime" -> time(property, "date-time");
            case "enumeration" -> {
                if (known.options().isEmpty()) {
                    types(property, known.several() ? "array" : "number", "string");
                } else if (known.several()) {
                    several(property, definition.path("options"));
                } else {
                    options(property, definition.path("options"));
                    property.withArray("oneOf").addObject().put("const", "");
                    property.withArray("oneOf").addObject().put("type", "null");
                }
            }
            default -> types(property, "string").put("maxLength", LONGEST_TEXT);
        }
        return property;
    }

    private static void putText(ObjectNode property, String name, JsonNode text) {
        if (!text.asText("").isBlank()) {
            property.put(name, text.asText());
        }
    }

    private static ObjectNode types(ObjectNode property, String... types) {
        ArrayNode names = property.putArray("type");
        for (String type : types) {
            names.add(type);
        }
        names.add("null");
        return property;
    }

    private static void time(ObjectNode property, String format) {
        ArrayNode forms = property.putArray("anyOf");
        forms.addObject().put("type", "string").put("format", format);
        forms.addObject().put("const", "");
        forms.addObject().put("type", "null");
    }

    /** The options that may be chosen, with the labels that people see. */
    private static void options(ObjectNode property, JsonNode options) {
        ArrayNode constants = property.putArray("oneOf");
        for (JsonNode option : options) {
            ObjectNode constant =
                    constants.addObject().put("const", option.path("value").asText());
            putText(constant, "title", option.path("label"));
            putText(constant, "description", option.path("description"));
        }
    }

    private static void several(ObjectNode property, JsonNode options) {
        ArrayNode forms = property.putArray("anyOf");
        options(forms.addObject().put("type", "array").put("uniqueItems", true).putObject("items"), options);
        String one = options.valueStream()
                .map(option -> quoted(option.path("value").asText()))
                .collect(Collectors.joining("|", "(", ")"));
        forms.addObject().put("type", "string").put("pattern", "^$|^;?" + one + "(;" + one + ")*$");
        forms.addObject().put("type", "null");
    }

    /** The text as a pattern of ECMA-262, which knows no {@code \Q}. */
    private static String quoted(String text) {
        return Pattern.compile("[\\\\^$.|?*+()\\[\\]{}/]").matcher(text).replaceAll("\\\\$0");
    }
}
