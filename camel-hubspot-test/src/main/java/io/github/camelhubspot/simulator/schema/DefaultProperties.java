// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.simulator.json.Json;

/** The properties that every account has, read from a resource. */
public final class DefaultProperties {

    private final JsonNode json = Json.resource(DefaultProperties.class, "default-properties.json");

    /** The definitions of a type: those that all types share, its two dates, and its own. */
    public List<PropertyDefinition> of(ObjectType type) {
        List<PropertyDefinition> definitions = new ArrayList<>();
        String group = type.singular().toLowerCase(Locale.ROOT) + "information";
        json.path("*").forEach(property -> definitions.add(definition(property, group)));
        for (String date : List.of(type.createDate(), type.modifiedDate())) {
            definitions.add(PropertyDefinition.datetime(date)
                    .withGroup(group)
                    .readOnly()
                    .hubspotDefined());
        }
        json.path(type.plural()).forEach(property -> definitions.add(definition(property, group)));
        return definitions;
    }

    /** The names of the properties that every custom object has. */
    public Set<String> ofCustomObjects() {
        Set<String> names = new HashSet<>(List.of(ObjectTypes.CUSTOM_CREATE_DATE, ObjectTypes.CUSTOM_MODIFIED_DATE));
        json.path("*").forEach(property -> names.add(property.get("name").asText()));
        return names;
    }

    private static PropertyDefinition definition(JsonNode json, String group) {
        String type = json.path("type").asText("string");
        PropertyDefinition definition = PropertyDefinition.of(
                        json.get("name").asText(), type, json.path("fieldType").asText(fieldType(type)))
                .withLabel(json.path("label").asText(json.get("name").asText()))
                .withGroup(json.path("groupName").asText(group))
                .withOptions(options(json.path("options")))
                .unique(json.path("unique").asBoolean())
                .withFormField(!json.path("readOnly").asBoolean())
                .hubspotDefined();
        definition = json.path("readOnly").asBoolean() ? definition.readOnly() : definition;
        definition = json.path("email").asBoolean() ? definition.email() : definition;
        return json.path("externalOptions").asBoolean() ? definition.externalOptions() : definition;
    }

    private static String fieldType(String type) {
        return switch (type) {
            case "number" -> "number";
            case "bool" -> "booleancheckbox";
            case "date", "datetime" -> "date";
            case "enumeration" -> "select";
            case "phone_number" -> "phonenumber";
            default -> "text";
        };
    }

    private static List<PropertyOption> options(JsonNode json) {
        List<PropertyOption> options = new ArrayList<>();
        for (JsonNode option : json) {
            // An option is its value, or the pair of value and label.
            String value = option.isArray() ? option.get(0).asText() : option.asText();
            String label = option.isArray() ? option.get(1).asText() : value;
            options.add(new PropertyOption(value, label, "", options.size(), false));
        }
        return options;
    }
}
