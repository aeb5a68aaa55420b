// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.json.Json;

/** A body of several parts: texts and files, in the order in which they came. */
public record Form(List<Part> parts) {

    /**
     * One part.
     *
     * @param fileName the name of the file that it is; null for a text
     * @param contentType what it holds; null if it does not say so
     */
    public record Part(String name, String fileName, String contentType, byte[] content) {

        public String text() {
            return new String(content, StandardCharsets.UTF_8);
        }
    }

    /** All parts of that name. */
    public List<Part> all(String name) {
        return parts.stream().filter(part -> name.equals(part.name())).toList();
    }

    public Optional<Part> part(String name) {
        return all(name).stream().findFirst();
    }

    /** The text of a part; null if it is absent or empty. */
    public String text(String name) {
        return part(name).map(Part::text).filter(text -> !text.isEmpty()).orElse(null);
    }

    /** A part that must be there. */
    public Part required(String name) {
        return part(name).orElseThrow(() -> missing(name));
    }

    /** A part that must be there and hold a JSON object. */
    public JsonNode requiredObject(String name) {
        JsonNode json;
        try {
            json = Json.parse(required(name).content());
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw HubSpotError.invalidJson(
                            at == null ? 1 : at.getLineNr(), at == null ? 1 : at.getColumnNr(), e.getOriginalMessage())
                    .exception();
        }
        if (!json.isObject()) {
            throw HubSpotError.invalidJson(1, 1, "The part " + name + " must hold a JSON object")
                    .exception();
        }
        return json;
    }

    private static RuntimeException missing(String name) {
        return HubSpotError.validation("The form has no part named " + name).exception();
    }
}
