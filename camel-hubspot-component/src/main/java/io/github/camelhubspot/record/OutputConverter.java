// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.api.Json;

/** Shapes HubSpot's JSON as the option {@code outputType} says. */
public final class OutputConverter {

    private final OutputType type;
    private final Class<?> outputClass;
    private final InstanceMapper instances;

    /**
     * A converter.
     *
     * @param outputClass the class of {@link OutputType#CLASS}; else null
     */
    public OutputConverter(OutputType type, Class<?> outputClass) {
        this.type = type;
        this.outputClass = outputClass;
        this.instances = type == OutputType.CLASS ? new InstanceMapper(outputClass) : null;
    }

    /**
     * One record or answer in the shape that was asked for; null stays null.
     *
     * @throws IllegalArgumentException where it does not fit the {@code outputClass}
     */
    public Object convert(JsonNode json) {
        if (json == null) {
            return null;
        }
        return switch (type) {
            case JSON -> json;
            case STRING -> text(json);
            case MAP -> plain(json);
            case CLASS -> instance(json);
        };
    }

    /** A report of the component's own in the shape that was asked for; no class is made for one, so that it is a map. */
    public Object report(JsonNode json) {
        return type == OutputType.CLASS ? plain(json) : convert(json);
    }

    private Object instance(JsonNode json) {
        try {
            return instances.map(json);
        } catch (JsonProcessingException e) {
            // Jackson's own text quotes values, which must not end in logs.
            String where = e instanceof JsonMappingException mapping ? " at " + mapping.getPathReference() : "";
            throw new IllegalArgumentException(
                    "HubSpot's answer does not fit the option outputClass, " + outputClass.getName() + where);
        }
    }

    /** Objects as maps and arrays as lists; the mapper would go through a buffer of tokens. */
    private static Object plain(JsonNode json) {
        if (json instanceof ObjectNode object) {
            Map<String, Object> map = new LinkedHashMap<>();
            object.properties().forEach(field -> map.put(field.getKey(), plain(field.getValue())));
            return map;
        }
        if (json instanceof ArrayNode array) {
            List<Object> list = new ArrayList<>(array.size());
            array.forEach(element -> list.add(plain(element)));
            return list;
        }
        if (json.isNumber()) {
            return json.numberValue();
        }
        if (json.isBoolean()) {
            return json.booleanValue();
        }
        return json.isNull() ? null : json.asText();
    }

    private static String text(JsonNode json) {
        try {
            return Json.MAPPER.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("HubSpot's answer cannot be written as a text", e);
        }
    }
}
