// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.record;

import java.util.LinkedHashMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.github.camelhubspot.api.Json;

/** Shapes HubSpot's JSON as the option {@code outputType} says. */
public final class OutputConverter {

    private static final TypeReference<LinkedHashMap<String, Object>> MAP = new TypeReference<>() {};

    private final OutputType type;
    private final Class<?> outputClass;
    private final ObjectMapper mapper;

    /**
     * A converter.
     *
     * @param outputClass the class of {@link OutputType#CLASS}; else null
     */
    public OutputConverter(OutputType type, Class<?> outputClass) {
        this.type = type;
        this.outputClass = outputClass;
        this.mapper = Json.MAPPER
                .rebuild()
                .configure(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
                .build();
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
            case MAP -> json.isObject() ? mapper.convertValue(json, MAP) : mapper.convertValue(json, Object.class);
            case CLASS -> mapper.convertValue(json, outputClass);
        };
    }

    private String text(JsonNode json) {
        try {
            return mapper.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("HubSpot's answer cannot be written as a text", e);
        }
    }
}
