// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.record;

import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import io.github.camelhubspot.api.Json;

/** POJOs and collections as JSON: as their Jackson annotations say, else with dates written the way HubSpot takes them. */
final class PojoMapper {

    private static final JsonMapper ALL_FIELDS = Json.MAPPER
            .rebuild()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            // Behind the module whose texts for dates it replaces.
            .addModule(DateSerializer.module())
            .disable(
                    SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
                    SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS,
                    SerializationFeature.WRITE_DATE_TIMESTAMPS_AS_NANOSECONDS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            // Patterns of annotations give the same text on every machine.
            .defaultLocale(Locale.ROOT)
            .defaultTimeZone(TimeZone.getTimeZone("UTC"))
            .build();

    /** A field of a class that nobody set says nothing; a null in a map was put there. */
    private static final JsonMapper SET_FIELDS = ALL_FIELDS
            .rebuild()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
            .build();

    private PojoMapper() {}

    /**
     * A POJO as JSON, without the fields that are null.
     *
     * @throws IllegalArgumentException where Jackson cannot read it, or a value has no text that HubSpot takes
     */
    static JsonNode toJson(Object body) {
        return toJson(body, SET_FIELDS);
    }

    /**
     * A POJO as the JSON of a record.
     *
     * @param clearNulls whether a null clears the property; else it is left out
     * @throws IllegalArgumentException where Jackson cannot read it, or a value has no text that HubSpot takes
     */
    static JsonNode toRecord(Object body, boolean clearNulls) {
        if (!clearNulls) {
            return toJson(body);
        }
        JsonNode json = toJson(body, ALL_FIELDS);
        if (json.path("properties") instanceof ObjectNode properties) {
            clearNulls(properties);
        }
        return json;
    }

    /** HubSpot clears a property by an empty text. */
    private static void clearNulls(ObjectNode properties) {
        properties.properties().stream()
                .filter(property -> property.getValue().isNull())
                .map(Map.Entry::getKey)
                .toList()
                .forEach(name -> properties.put(name, ""));
    }

    private static JsonNode toJson(Object body, JsonMapper mapper) {
        try {
            return mapper.valueToTree(body);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The body of type " + body.getClass().getName() + " cannot be read as a record: " + reason(e), e);
        } catch (StackOverflowError e) {
            throw new IllegalArgumentException("The body of type "
                    + body.getClass().getName()
                    + " cannot be read as a record: it is nested too deeply, or holds itself");
        }
    }

    /** What a class of the application's own says may hold values, which must not end in logs. */
    private static String reason(IllegalArgumentException e) {
        String path = "";
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
            if (path.isEmpty() && cause instanceof JsonMappingException mapping) {
                path = mapping.getPathReference();
            }
        }
        if (cause instanceof DateSerializer.UnfitValueException) {
            return cause.getMessage();
        }
        String what = cause instanceof JsonMappingException mapping
                ? mapping.getOriginalMessage()
                : cause.getClass().getName();
        return path.isEmpty() ? what : what + " at " + path;
    }
}
