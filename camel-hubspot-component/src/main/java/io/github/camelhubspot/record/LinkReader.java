// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;

import io.github.camelhubspot.api.Json;
import io.github.camelhubspot.api.NaturalKey;
import io.github.camelhubspot.api.ObjectTypes;

/**
 * Reads one link from HubSpot's own form, from <code>{objectType, objectId, toObjectType, toObjectId, types | label}</code>,
 * or, for a single link, from the list of its types.
 */
public final class LinkReader {

    private final BodyReader bodies;

    public LinkReader(BodyReader bodies) {
        this.bodies = bodies;
    }

    /**
     * Reads a link.
     *
     * @throws IllegalArgumentException where something is missing or wrong, or the body contradicts URI, option or header
     */
    public LinkInput read(Object body, LinkRules rules) {
        JsonNode json = json(body, rules);
        if (json.isArray()) {
            return link(Json.MAPPER.createObjectNode(), LinkTypes.normalise(json), rules);
        }
        if (rules.typed() && json.hasNonNull("types") && json.hasNonNull("label")) {
            throw new IllegalArgumentException("The body has both types and a label; remove one of them");
        }
        ArrayNode types = rules.typed() && json.hasNonNull("types") ? LinkTypes.normalise(json.get("types")) : null;
        return link(json, types, rules);
    }

    private LinkInput link(JsonNode json, ArrayNode bodyTypes, LinkRules rules) {
        String objectType = agreed(
                "objectType",
                ObjectTypes.plural(rules.objectType() == null ? "" : rules.objectType()),
                ObjectTypes.plural(textOrEmpty(json, "objectType")));
        String toObjectType = agreed(
                "toObjectType",
                ObjectTypes.plural(rules.toObjectType() == null ? "" : rules.toObjectType()),
                ObjectTypes.plural(textOrEmpty(json, "toObjectType")));
        String objectId = required("objectId", agreed("objectId", rules.objectId(), idIn(json, "from", "objectId")));
        List<String> toObjectIds = targets(json, rules);
        ArrayNode types = bodyTypes;
        String label = null;
        if (rules.typed() && types == null) {
            label = text(json, "label");
            if (label == null) {
                label = rules.associationLabel();
            }
            if (label == null) {
                types = Json.MAPPER
                        .createArrayNode()
                        .add(LinkTypes.type(rules.associationCategory(), rules.associationTypeId()));
            }
        }
        return new LinkInput(
                typeOf("objectType", objectType, List.of(objectId)),
                objectId,
                typeOf("toObjectType", toObjectType, toObjectIds),
                toObjectIds,
                types,
                label);
    }

    /** The type of one end, which a natural key may name too. */
    private static String typeOf(String name, String known, List<String> ids) {
        String type = known;
        for (String id : ids) {
            NaturalKey key = NaturalKey.of(id);
            try {
                type = key == null ? type : ObjectTypes.plural(key.inType(type).objectType());
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("The " + name + " of the link: " + e.getMessage(), e);
            }
        }
        return emptyToNull(type);
    }

    private static List<String> targets(JsonNode json, LinkRules rules) {
        List<String> ids = new ArrayList<>();
        if (json.path("to").isArray()) {
            json.get("to")
                    .forEach(target ->
                            ids.add(required("to.id", agreed("toObjectId", rules.toObjectId(), text(target, "id")))));
        } else {
            ids.add(required("toObjectId", agreed("toObjectId", rules.toObjectId(), idIn(json, "to", "toObjectId"))));
        }
        if (ids.isEmpty()) {
            throw new IllegalArgumentException("The list 'to' of the link is empty; name the records that it leads to");
        }
        return ids;
    }

    /** The body as JSON; nothing where options and headers say all, whatever an earlier step left there. */
    private JsonNode json(Object body, LinkRules rules) {
        boolean complete = rules.hasIds() && rules.hasObjectTypes() && rules.hasTypes();
        boolean manyOfSomething = BodyReader.isMany(body) && !(body instanceof Collection);
        if (complete && manyOfSomething) {
            return Json.MAPPER.createObjectNode();
        }
        Object readable = bodies.textOrSelf(body);
        boolean prose = readable == null || (readable instanceof CharSequence text && !BodyReader.looksLikeJson(text));
        JsonNode json = prose ? Json.MAPPER.nullNode() : bodies.toJson(readable);
        boolean answerOfAnotherPut = json.has("fromObjectTypeId") || json.has("createdResourceId");
        if ((json.isObject() || json.isArray()) && !(complete && answerOfAnotherPut)) {
            return json;
        }
        if (complete || readable == null) {
            return Json.MAPPER.createObjectNode();
        }
        throw new IllegalArgumentException("The body is no link; it must be an object with from and to, or with"
                + " objectId and toObjectId, or for a single link the list of its types");
    }

    private static String idIn(JsonNode json, String envelope, String flat) {
        String nested = text(json.path(envelope), "id");
        return nested != null ? nested : text(json, flat);
    }

    private static String agreed(String name, String fixed, String inBody) {
        boolean bodySilent = inBody == null || inBody.isEmpty();
        if (fixed == null || fixed.isEmpty()) {
            return bodySilent ? null : inBody;
        }
        if (!bodySilent && !inBody.equals(fixed)) {
            throw new IllegalArgumentException("The body names another " + name + " ('" + inBody
                    + "') than URI, option or header ('" + fixed + "'); remove one of them");
        }
        return fixed;
    }

    private static String required(String name, String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("The " + name + " of the link is missing");
        }
        return value;
    }

    private static String textOrEmpty(JsonNode json, String field) {
        String text = text(json, field);
        return text == null ? "" : text;
    }

    private static String emptyToNull(String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private static String text(JsonNode json, String field) {
        JsonNode value = json.path(field);
        return value.isValueNode() && !value.isNull() ? value.asText() : null;
    }
}
