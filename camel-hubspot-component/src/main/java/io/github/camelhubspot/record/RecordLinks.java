// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.record;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.api.DefinedLinkTypes;
import io.github.camelhubspot.api.Json;
import io.github.camelhubspot.api.NaturalKey;
import io.github.camelhubspot.api.ObjectTypes;

/**
 * The key {@code associations} of a record: HubSpot's own form, whose targets may also be named by a natural key, as a text
 * or as <code>{objectType, idProperty, id}</code>, and whose types by a label.
 */
final class RecordLinks {

    private static final String OBJECT_TYPE = "objectType";
    private static final String ID_PROPERTY = "idProperty";

    private RecordLinks() {}

    /**
     * Checks links and brings them into one form: targets are objects, a natural key is in its three parts, types have their
     * ids as numbers; all else stays as it was given.
     *
     * @throws IllegalArgumentException where one is wrong; the message names it by its number, from 1
     */
    static JsonNode normalise(JsonNode links, RecordRules rules) {
        ArrayNode normal = Json.MAPPER.createArrayNode();
        for (JsonNode link : links) {
            String name = RecordLink.name(normal.size() + 1);
            normal.add(link instanceof ObjectNode object ? normalise(name, object.deepCopy(), rules) : link);
        }
        return normal;
    }

    private static ObjectNode normalise(String name, ObjectNode link, RecordRules rules) {
        if (link.has("types")) {
            link.set("types", LinkTypes.normalise(link.get("types")));
        }
        if (link.hasNonNull("types") && link.hasNonNull("label")) {
            throw new IllegalArgumentException(name + " has both types and a label; remove one of them");
        }
        JsonNode to = link.path("to");
        ObjectNode target = to instanceof ObjectNode object ? object : Json.MAPPER.createObjectNode();
        if (!(to instanceof ObjectNode) && to.isValueNode() && !to.isNull()) {
            target.put("id", to.asText());
            link.set("to", target);
        }
        if (target.path("id").isNumber()) {
            target.put("id", target.get("id").asText());
        }
        readKey(name, target);
        boolean typed = rules.links() == RecordRules.Links.AFTERWARDS;
        if (typed && !target.hasNonNull(OBJECT_TYPE)) {
            // A link with a call of its own needs the type, which types of HubSpot's own tell.
            readTypes(rules.objectType(), link.path("types"), target);
        }
        boolean needsType = typed || link.hasNonNull("label") || target.hasNonNull(ID_PROPERTY);
        if (needsType && !target.hasNonNull(OBJECT_TYPE)) {
            throw new IllegalArgumentException(name + " does not say which type its target has; write"
                    + " {to: {objectType, id}}, or the type in front of a key as in company.domain=acme.com");
        }
        if ((needsType || target.hasNonNull(OBJECT_TYPE))
                && target.path("id").asText("").isBlank()) {
            throw new IllegalArgumentException(name + " does not say which record it leads to; give to.id");
        }
        return link;
    }

    private static void readKey(String name, ObjectNode target) {
        String id = target.path("id").asText("");
        String objectType = target.path(OBJECT_TYPE).asText(null);
        NaturalKey key;
        try {
            key = target.hasNonNull(ID_PROPERTY)
                    ? NaturalKey.of(objectType, target.get(ID_PROPERTY).asText(), id)
                    : NaturalKey.of(id);
            key = key == null ? null : key.inType(objectType);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
        if (key != null) {
            target.put(ID_PROPERTY, key.property()).put("id", key.value());
            objectType = key.objectType();
        }
        if (objectType != null) {
            target.put(OBJECT_TYPE, ObjectTypes.plural(objectType));
        }
    }

    private static void readTypes(String from, JsonNode types, ObjectNode target) {
        List<String> found = new ArrayList<>();
        types.forEach(type -> found.add(DefinedLinkTypes.target(
                from,
                type.path("associationCategory").asText(),
                type.path("associationTypeId").asText())));
        if (found.stream().distinct().count() == 1 && found.get(0) != null) {
            target.put(OBJECT_TYPE, found.get(0));
        }
    }

    /** The links of a record in the form above. */
    static List<RecordLink> read(JsonNode links) {
        List<RecordLink> read = new ArrayList<>();
        if (links != null) {
            for (JsonNode link : links) {
                JsonNode to = link.path("to");
                read.add(new RecordLink(
                        read.size() + 1,
                        to.path(OBJECT_TYPE).asText(null),
                        to.path(ID_PROPERTY).asText(null),
                        to.path("id").asText(null),
                        link.get("types") instanceof ArrayNode types ? types : null,
                        link.path("label").asText(null),
                        null,
                        link));
            }
        }
        return read;
    }
}
