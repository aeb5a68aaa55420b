// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.simulator.crm.LinkRequest;
import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.json.Json;

/**
 * One record as a call hands it in, alone or in a batch.
 *
 * @param properties the values as text; those that are JSON null are left out
 */
record ObjectInput(
        String id, String idProperty, Map<String, String> properties, List<LinkRequest> links, String traceId) {

    /** Reads an input that has properties. */
    static ObjectInput withProperties(JsonNode json) {
        requireObject(json);
        JsonNode properties = json.get("properties");
        if (properties == null || properties.isNull()) {
            throw HubSpotError.missingField("properties").exception();
        }
        requireObject(properties);
        Map<String, String> values = new LinkedHashMap<>();
        properties.properties().forEach(property -> {
            if (property.getValue().isContainerNode()) {
                throw HubSpotError.invalidJson(
                                1,
                                2,
                                "Cannot deserialize value of type `java.lang.String` from "
                                        + (property.getValue().isArray() ? "Array" : "Object") + " value (property "
                                        + property.getKey() + ")")
                        .exception();
            }
            String text = Json.text(property.getValue());
            if (text != null) {
                values.put(property.getKey(), text);
            }
        });
        return new ObjectInput(
                Json.text(json.get("id")),
                Json.text(json.get("idProperty")),
                values,
                links(json.get("associations")),
                Json.text(json.get("objectWriteTraceId")));
    }

    /** Reads an input that must say which record it is about. */
    static ObjectInput withId(JsonNode json) {
        requireId(json);
        return withProperties(json);
    }

    /** The id of an input of which nothing else is read. */
    static String requireId(JsonNode json) {
        requireObject(json);
        String id = Json.text(json.get("id"));
        if (id == null || id.isEmpty()) {
            throw HubSpotError.missingField("id").exception();
        }
        return id;
    }

    private static List<LinkRequest> links(JsonNode associations) {
        List<LinkRequest> links = new ArrayList<>();
        if (associations == null || associations.isNull()) {
            return links;
        }
        if (!associations.isArray()) {
            throw HubSpotError.invalidJson(1, 2, "associations must be an array")
                    .exception();
        }
        for (JsonNode association : associations) {
            links.add(new LinkRequest(requireId(association.path("to")), specs(association.get("types"))));
        }
        return links;
    }

    /** Reads an array of association types. */
    static List<LinkRequest.Spec> specs(JsonNode types) {
        List<LinkRequest.Spec> specs = new ArrayList<>();
        if (types == null || !types.isArray()) {
            throw HubSpotError.missingField("types").exception();
        }
        for (JsonNode type : types) {
            requireObject(type);
            String category = Json.text(type.get("associationCategory"));
            if (category == null) {
                throw HubSpotError.missingField("associationCategory").exception();
            }
            if (!type.path("associationTypeId").isIntegralNumber()) {
                throw HubSpotError.missingField("associationTypeId").exception();
            }
            specs.add(
                    new LinkRequest.Spec(category, type.get("associationTypeId").asInt()));
        }
        return specs;
    }

    private static void requireObject(JsonNode json) {
        if (!json.isObject()) {
            throw HubSpotError.invalidJson(1, 2, "An object was expected, but found " + json.getNodeType())
                    .exception();
        }
    }
}
