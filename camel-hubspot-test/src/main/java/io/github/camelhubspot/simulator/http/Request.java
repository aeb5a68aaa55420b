// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.http;

import java.util.Map;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.json.Json;
import io.github.camelhubspot.simulator.schema.ObjectType;

/**
 * A call that has passed the checks that all calls share, as an operation sees it.
 *
 * @param baseUrl where this HubSpot is
 * @param caller who calls; null where the operation asks for no token
 * @param path the path as it was sent
 * @param version the version that the path names
 * @param parameters the decoded path parameters
 * @param objectType the type that the path names; null if it names none
 * @param toObjectType the second type that the path names; null if it names none
 * @param form the parts of the body; null unless it was sent as a form of parts
 */
public record Request(
        String baseUrl,
        Caller caller,
        String path,
        ApiVersion version,
        Map<String, String> parameters,
        Query query,
        ObjectType objectType,
        ObjectType toObjectType,
        byte[] body,
        Form form) {

    public String parameter(String name) {
        return parameters.get(name);
    }

    /** The parts of a body that must be a form. */
    public Form requiredForm() {
        if (form == null) {
            throw HubSpotError.of(415, null, "HTTP 415 Unsupported Media Type: the body must be multipart/form-data")
                    .exception();
        }
        return form;
    }

    /** The body as JSON of any kind. */
    public JsonNode json() {
        JsonNode json;
        try {
            json = Json.parse(body);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw HubSpotError.invalidJson(
                            at == null ? 1 : at.getLineNr(), at == null ? 1 : at.getColumnNr(), e.getOriginalMessage())
                    .exception();
        }
        if (json.isMissingNode()) {
            throw HubSpotError.invalidJson(1, 1, "No content to map due to end-of-input")
                    .exception();
        }
        return json;
    }

    /** The body, which must be a JSON object. */
    public JsonNode object() {
        JsonNode json = json();
        if (!json.isObject()) {
            throw HubSpotError.invalidJson(1, 1, "Cannot deserialize the body from " + json.getNodeType() + " value")
                    .exception();
        }
        return json;
    }
}
