// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.simulator.crm.Crm;
import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.exports.ExportRequest;
import io.github.camelhubspot.simulator.json.Json;
import io.github.camelhubspot.simulator.schema.ObjectType;
import io.github.camelhubspot.simulator.search.SearchRequest;
import io.github.camelhubspot.simulator.search.SearchRequestReader;

/** Reads what an export asks for, and refuses what the simulator cannot export. */
final class ExportRequestReader {

    private final Crm crm;

    ExportRequestReader(Crm crm) {
        this.crm = crm;
    }

    ExportRequest read(JsonNode json) {
        String exportType = required(json, "exportType");
        if (!exportType.equals("VIEW")) {
            throw HubSpotError.validation(
                            "The simulator exports views only: exportType must be VIEW, not " + exportType)
                    .exception();
        }
        String format = required(json, "format");
        if (!format.equals("CSV")) {
            throw HubSpotError.validation("The simulator exports CSV only: format must be CSV, not " + format)
                    .exception();
        }
        ObjectType type = type(required(json, "objectType"));
        List<String> internal = Json.texts(json.get("exportInternalValuesOptions"));
        return new ExportRequest(
                required(json, "exportName"),
                type,
                properties(json, type),
                associatedTypes(json.path("associatedObjectType")),
                internal.contains("NAMES"),
                internal.contains("VALUES"));
    }

    private static String required(JsonNode json, String field) {
        String text = Json.text(json.get(field));
        if (text == null || text.isEmpty()) {
            throw HubSpotError.missingField(field).exception();
        }
        return text;
    }

    /** A type as exports name it: like a path does, or in capitals. */
    private ObjectType type(String name) {
        boolean capitals = name.equals(name.toUpperCase(Locale.ROOT));
        return crm.types().resolve(capitals ? name.toLowerCase(Locale.ROOT) : name);
    }

    private List<String> properties(JsonNode json, ObjectType type) {
        if (!json.path("objectProperties").isArray()) {
            throw HubSpotError.missingField("objectProperties").exception();
        }
        List<String> names = Json.texts(json.get("objectProperties"));
        List<String> unknown = names.stream()
                .filter(name -> crm.store(type).definitions().get(name) == null)
                .toList();
        if (!unknown.isEmpty()) {
            throw HubSpotError.validation("Properties of objectProperties do not exist: " + unknown)
                    .context("propertyName", unknown)
                    .exception();
        }
        return names;
    }

    /** One type, or from 2026-03 on several. */
    private List<ObjectType> associatedTypes(JsonNode json) {
        List<ObjectType> types = new ArrayList<>();
        if (json.isTextual()) {
            types.add(type(json.asText()));
        }
        if (json.isArray()) {
            Json.texts(json).forEach(name -> types.add(type(name)));
        }
        return types;
    }

    /** The search that decides what a view shows; without one, it shows everything. */
    static SearchRequest search(JsonNode json) {
        JsonNode view = json.path("publicCrmSearchRequest");
        ObjectNode search = view.isObject() ? view.deepCopy() : Json.object();
        for (JsonNode sort : search.path("sorts")) {
            // Exports have a word of their own for the direction.
            if (sort.isObject() && sort.has("order")) {
                ((ObjectNode) sort)
                        .put("direction", sort.path("order").asText().startsWith("D") ? "DESCENDING" : "ASCENDING");
            }
        }
        return new SearchRequestReader(Json.bytes(search), search).read();
    }
}
