// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.simulator.crm.SchemaInput;
import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.http.ApiVersion;
import io.github.camelhubspot.simulator.json.Json;
import io.github.camelhubspot.simulator.schema.ObjectType;
import io.github.camelhubspot.simulator.schema.ObjectTypes;
import io.github.camelhubspot.simulator.schema.PropertyDefinition;

/** Reads schemas as calls send them. */
final class SchemaReader {

    private static final String SAME_OBJECT = "shouldCreateSameObjectAssociation";
    private static final String ASSOCIATED = "associatedObjects";
    private static final String PROPERTIES = "properties";
    private static final List<String> REQUIRED =
            List.of("name", "labels", PROPERTIES, ASSOCIATED, "requiredProperties");
    private static final List<String> REQUIRED_IN_DATED =
            List.of("allowsSensitiveProperties", "searchableProperties", "secondaryDisplayProperties");

    private final ObjectTypes types;

    SchemaReader(ObjectTypes types) {
        this.types = types;
    }

    /** A schema to be created, which must have what its version asks for. */
    SchemaInput whole(JsonNode body, ApiVersion version) {
        List<String> missing = new ArrayList<>(REQUIRED);
        if (version.isDated()) {
            missing.addAll(REQUIRED_IN_DATED);
        }
        // Only this version declares it as required.
        if (version == ApiVersion.V2026_03) {
            missing.add(SAME_OBJECT);
        }
        missing.removeIf(body::hasNonNull);
        if (!missing.isEmpty()) {
            throw HubSpotError.missingField(String.join(", ", missing)).exception();
        }
        JsonNode labels = body.get("labels");
        String name = PropertyJson.required(body, "name");
        ObjectNode all = body.deepCopy();
        // What need not be said is empty.
        REQUIRED_IN_DATED.subList(1, 3).stream()
                .filter(field -> !body.hasNonNull(field))
                .forEach(all::putArray);
        PropertyJson.required(labels, "singular");
        PropertyJson.required(labels, "plural");
        return input(name, all, properties(name, body), associated(body));
    }

    /** What a call wants to change; the name stays, whatever the call says. */
    SchemaInput change(JsonNode body) {
        return input(null, body, List.of(), List.of());
    }

    private static SchemaInput input(
            String name, JsonNode body, List<PropertyDefinition> properties, List<ObjectType> associated) {
        JsonNode labels = body.path("labels");
        return new SchemaInput(
                name,
                Json.text(labels.get("singular")),
                Json.text(labels.get("plural")),
                Json.text(body.get("description")),
                body.path("clearDescription").asBoolean(),
                Json.text(body.get("primaryDisplayProperty")),
                texts(body, "secondaryDisplayProperties"),
                texts(body, "searchableProperties"),
                texts(body, "requiredProperties"),
                body.hasNonNull("allowsSensitiveProperties")
                        ? Boolean.valueOf(body.get("allowsSensitiveProperties").asBoolean())
                        : null,
                properties,
                associated,
                body.path(SAME_OBJECT).asBoolean());
    }

    private static List<String> texts(JsonNode body, String field) {
        return body.hasNonNull(field) ? Json.texts(array(body, field)) : null;
    }

    private static JsonNode array(JsonNode body, String field) {
        JsonNode array = body.get(field);
        if (!array.isArray()) {
            throw HubSpotError.invalidJson(1, 2, field + " must be an array").exception();
        }
        return array;
    }

    private static List<PropertyDefinition> properties(String schema, JsonNode body) {
        List<PropertyDefinition> properties = new ArrayList<>();
        for (JsonNode property : array(body, PROPERTIES)) {
            if (!property.isObject()) {
                throw HubSpotError.invalidJson(1, 2, "Each of properties must be an object")
                        .exception();
            }
            ObjectNode grouped = property.deepCopy();
            if (!property.hasNonNull("groupName")) {
                grouped.put("groupName", schema + "_information");
            }
            properties.add(PropertyJson.read(grouped));
        }
        return properties;
    }

    private List<ObjectType> associated(JsonNode body) {
        return Json.texts(array(body, ASSOCIATED)).stream()
                .map(name -> types.resolve(inItsCase(name)))
                .toList();
    }

    /** HubSpot's guide writes its own types in capitals here, such as {@code CONTACT}. */
    private static String inItsCase(String name) {
        return name.chars().allMatch(c -> c == '_' || (c >= 'A' && c <= 'Z')) ? name.toLowerCase(Locale.ROOT) : name;
    }
}
