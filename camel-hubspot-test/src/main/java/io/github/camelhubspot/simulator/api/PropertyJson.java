// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.json.Json;
import io.github.camelhubspot.simulator.schema.PropertyDefinition;
import io.github.camelhubspot.simulator.schema.PropertyOption;

/** Property definitions as calls send and get them. */
final class PropertyJson {

    private static final Set<String> TYPES =
            Set.of("bool", "date", "datetime", "enumeration", "number", "phone_number", "string");
    private static final Set<String> FIELD_TYPES = Set.of(
            "booleancheckbox",
            "calculation_equation",
            "checkbox",
            "date",
            "file",
            "html",
            "number",
            "phonenumber",
            "radio",
            "select",
            "text",
            "textarea");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    private PropertyJson() {}

    static ObjectNode of(PropertyDefinition definition) {
        ObjectNode json = Json.object()
                .put("name", definition.name())
                .put("label", definition.label())
                .put("type", definition.type())
                .put("fieldType", definition.fieldType())
                .put("description", definition.description())
                .put("groupName", definition.groupName());
        ArrayNode options = json.putArray("options");
        definition.options().forEach(option -> options.add(option.toJson()));
        json.put("displayOrder", definition.displayOrder())
                .put("calculated", false)
                .put("externalOptions", definition.hasExternalOptions())
                .put("hasUniqueValue", definition.hasUniqueValue())
                .put("hidden", definition.isHidden())
                .put("hubspotDefined", definition.isHubspotDefined())
                .put("formField", definition.isFormField())
                .put("dataSensitivity", "non_sensitive")
                .put("archived", definition.isArchived())
                .put("createdAt", Json.time(definition.createdAt()))
                .put("updatedAt", Json.time(definition.updatedAt()));
        if (definition.isArchived()) {
            json.put("archivedAt", Json.time(definition.archivedAt()));
        }
        json.putObject("modificationMetadata")
                .put("archivable", !definition.isHubspotDefined())
                .put("readOnlyDefinition", definition.isHubspotDefined())
                .put("readOnlyOptions", false)
                .put("readOnlyValue", definition.isReadOnly());
        return json;
    }

    /** Reads a definition to be created. */
    static PropertyDefinition read(JsonNode json) {
        String name = required(json, "name");
        String type = oneOf(TYPES, required(json, "type"), "type");
        String fieldType = oneOf(FIELD_TYPES, required(json, "fieldType"), "fieldType");
        if (!NAME.matcher(name).matches()) {
            throw HubSpotError.validation(
                            "Property names are lower case letters, digits and underscores, and begin with"
                                    + " a letter: " + name)
                    .exception();
        }
        PropertyDefinition definition = PropertyDefinition.of(name, type, fieldType)
                .withLabel(required(json, "label"))
                .withGroup(required(json, "groupName"))
                .unique(json.path("hasUniqueValue").asBoolean());
        return update(definition, json);
    }

    /** A definition with the changes that a call asks for; what cannot be changed is ignored. */
    static PropertyDefinition update(PropertyDefinition definition, JsonNode json) {
        PropertyDefinition changed = definition;
        if (json.has("label")) {
            changed = changed.withLabel(json.get("label").asText());
        }
        if (json.has("description")) {
            changed = changed.withDescription(json.get("description").asText());
        }
        if (json.has("groupName")) {
            changed = changed.withGroup(json.get("groupName").asText());
        }
        if (json.has("fieldType")) {
            changed = changed.withFieldType(
                    oneOf(FIELD_TYPES, json.get("fieldType").asText(), "fieldType"));
        }
        if (json.has("displayOrder")) {
            changed = changed.withDisplayOrder(json.get("displayOrder").asInt());
        }
        if (json.has("hidden")) {
            changed = changed.withHidden(json.get("hidden").asBoolean());
        }
        if (json.has("formField")) {
            changed = changed.withFormField(json.get("formField").asBoolean());
        }
        if (json.has("options")) {
            changed = changed.withOptions(options(json.get("options")));
        }
        return changed;
    }

    private static List<PropertyOption> options(JsonNode json) {
        List<PropertyOption> options = new ArrayList<>();
        for (JsonNode option : json) {
            options.add(new PropertyOption(
                    required(option, "value"),
                    required(option, "label"),
                    option.path("description").asText(""),
                    option.path("displayOrder").asInt(options.size()),
                    option.path("hidden").asBoolean()));
        }
        return options;
    }

    private static String oneOf(Set<String> allowed, String value, String field) {
        if (!allowed.contains(value)) {
            throw HubSpotError.invalidJson(
                            1,
                            2,
                            field + " must be one of: "
                                    + allowed.stream().sorted().toList())
                    .exception();
        }
        return value;
    }

    /** A field that must be there. */
    static String required(JsonNode json, String field) {
        String text = Json.text(json.get(field));
        if (text == null || text.isEmpty()) {
            throw HubSpotError.missingField(field).exception();
        }
        return text;
    }
}
