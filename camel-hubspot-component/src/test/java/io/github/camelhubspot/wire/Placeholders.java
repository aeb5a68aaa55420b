// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.wire;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** Puts values in the place of names such as {@code <contact>}, and of what differs by version. */
final class Placeholders {

    private static final Pattern NAME = Pattern.compile("<(\\w+)>");
    private static final Set<String> BY_VERSION = Set.of("v3", "dated", "2026-03", "2026-09");

    private final String version;
    private final Map<String, JsonNode> values = new HashMap<>();

    Placeholders(String version) {
        this.version = version;
        put("version", TextNode.valueOf(version));
    }

    void put(String name, JsonNode value) {
        values.put(name, value);
    }

    /** The same tree with every name and every choice by version replaced; a name alone keeps its value's type. */
    JsonNode in(JsonNode node) {
        if (node.isTextual()) {
            return text(node.textValue());
        }
        if (node.isArray()) {
            ArrayNode array = WireForms.MAPPER.createArrayNode();
            node.forEach(element -> array.add(in(element)));
            return array;
        }
        if (node.isObject() && !node.isEmpty()) {
            return differsByVersion(node) ? in(ofVersion(node)) : fields(node);
        }
        return node;
    }

    private ObjectNode fields(JsonNode node) {
        ObjectNode object = WireForms.MAPPER.createObjectNode();
        node.properties().forEach(field -> object.set(field.getKey(), in(field.getValue())));
        return object;
    }

    private static boolean differsByVersion(JsonNode node) {
        return node.properties().stream().allMatch(field -> BY_VERSION.contains(field.getKey()));
    }

    private JsonNode ofVersion(JsonNode node) {
        JsonNode chosen = node.has(version) || version.equals("v3") ? node.get(version) : node.get("dated");
        if (chosen == null) {
            throw new IllegalArgumentException("Nothing for version " + version + " in " + node);
        }
        return chosen;
    }

    private JsonNode text(String text) {
        Matcher names = NAME.matcher(text);
        if (names.matches() && values.containsKey(names.group(1))) {
            return values.get(names.group(1));
        }
        return TextNode.valueOf(names.reset().replaceAll(name -> {
            JsonNode value = values.get(name.group(1));
            return Matcher.quoteReplacement(value == null ? name.group() : value.asText());
        }));
    }
}
