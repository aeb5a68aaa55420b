// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.api;

import java.util.function.Predicate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.simulator.crm.Crm;
import io.github.camelhubspot.simulator.json.Json;
import io.github.camelhubspot.simulator.schema.AssociationType;
import io.github.camelhubspot.simulator.schema.ObjectSchema;
import io.github.camelhubspot.simulator.schema.ObjectType;
import io.github.camelhubspot.simulator.settings.SimulatorSettings;

/** Schemas of object types as calls get them. */
final class SchemaJson {

    private static final String[] PARTS = {
        "includePropertyDefinitions", "includeAssociationDefinitions", "includeAuditMetadata"
    };

    private final Crm crm;
    private final SimulatorSettings settings;

    SchemaJson(Crm crm, SimulatorSettings settings) {
        this.crm = crm;
        this.settings = settings;
    }

    /** The whole schema, but for the parts whose flag is off; flags that are not given are on. */
    ObjectNode whole(ObjectSchema schema, Predicate<String> isOff) {
        ObjectNode json = definition(schema);
        addParts(json, schema.type(), isOff);
        if (isOff.test(PARTS[2])) {
            json.remove("createdAt");
            json.remove("updatedAt");
        }
        return json;
    }

    /** What there is to say of one of HubSpot's own types. */
    ObjectNode standard(ObjectType type, Predicate<String> isOff) {
        ObjectNode json = head(type, type.singular(), type.singular());
        json.putObject("labels").put("singular", type.singular()).put("plural", type.plural());
        json.set("requiredProperties", Json.texts(type.required()));
        json.set("searchableProperties", Json.texts(type.searchable()));
        json.putArray("secondaryDisplayProperties");
        json.put("allowsSensitiveProperties", false).put("archived", false);
        addParts(json, type, isOff);
        return json;
    }

    private void addParts(ObjectNode json, ObjectType type, Predicate<String> isOff) {
        ArrayNode properties = json.putArray("properties");
        if (!isOff.test(PARTS[0])) {
            crm.store(type).definitions().list(false).forEach(one -> properties.add(PropertyJson.of(one)));
        }
        ArrayNode associations = json.putArray("associations");
        if (!isOff.test(PARTS[1])) {
            crm.associationTypes().all().stream()
                    .filter(association -> association.from().equals(type))
                    .forEach(association -> associations.add(association(association)));
        }
    }

    /** The schema without properties and associations. */
    ObjectNode definition(ObjectSchema schema) {
        ObjectType type = schema.type();
        ObjectNode json = head(type, schema.name(), type.plural());
        json.put("portalId", settings.portalId());
        ObjectNode labels = json.putObject("labels");
        labels.put("singular", schema.singularLabel()).put("plural", schema.pluralLabel());
        if (schema.description() != null) {
            json.put("description", schema.description());
        }
        if (schema.primaryDisplayProperty() != null) {
            json.put("primaryDisplayProperty", schema.primaryDisplayProperty());
        }
        json.set("requiredProperties", Json.texts(type.required()));
        json.set("searchableProperties", Json.texts(type.searchable()));
        json.set("secondaryDisplayProperties", Json.texts(schema.secondaryDisplayProperties()));
        return json.put("allowsSensitiveProperties", schema.allowsSensitiveProperties())
                .put("archived", schema.archived())
                .put("createdAt", Json.time(schema.createdAt()))
                .put("updatedAt", Json.time(schema.updatedAt()));
    }

    private static ObjectNode head(ObjectType type, String name, String fullyQualifiedName) {
        return Json.object()
                .put("id", type.id())
                .put("objectTypeId", type.id())
                .put("name", name)
                .put("fullyQualifiedName", fullyQualifiedName);
    }

    /** An association as schemas show it. */
    static ObjectNode association(AssociationType association) {
        return Json.object()
                .put("id", Integer.toString(association.typeId()))
                .put("fromObjectTypeId", association.from().id())
                .put("toObjectTypeId", association.to().id())
                .put("name", association.name());
    }
}
