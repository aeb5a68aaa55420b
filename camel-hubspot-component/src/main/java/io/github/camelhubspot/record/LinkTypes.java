// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.record;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.api.Json;

/** The types of a link in HubSpot's form: a list of <code>{associationCategory, associationTypeId}</code>. */
public final class LinkTypes {

    /** HubSpot's categories of association types. */
    public static final List<String> CATEGORIES =
            List.of("HUBSPOT_DEFINED", "USER_DEFINED", "INTEGRATOR_DEFINED", "WORK");

    private LinkTypes() {}

    /**
     * One type as HubSpot takes it.
     *
     * @throws IllegalArgumentException where HubSpot has no such category, or the id is out of range
     */
    public static ObjectNode type(String category, String typeId) {
        return Json.MAPPER
                .createObjectNode()
                .put("associationCategory", category(category))
                .put("associationTypeId", typeId(typeId));
    }

    /**
     * A category that HubSpot has.
     *
     * @throws IllegalArgumentException where it has no such category; the message lists those it has
     */
    public static String category(String category) {
        if (category == null || !CATEGORIES.contains(category)) {
            throw new IllegalArgumentException("The associationCategory is "
                    + (category == null ? "missing" : "'" + category + "'") + "; it must be one of "
                    + String.join(", ", CATEGORIES));
        }
        return category;
    }

    /**
     * The id of a type as a number.
     *
     * @throws IllegalArgumentException where it is none, or out of range
     */
    public static int typeId(String text) {
        try {
            int id = Integer.parseInt(text == null ? "" : text.trim());
            if (id >= 1) {
                return id;
            }
        } catch (NumberFormatException e) {
            // Told below, together with numbers out of range.
        }
        throw new IllegalArgumentException("The associationTypeId is " + (text == null ? "missing" : "'" + text + "'")
                + "; it must be a whole number from 1 to " + Integer.MAX_VALUE);
    }

    /**
     * A list of types, each checked and with its id as a number.
     *
     * @throws IllegalArgumentException where one is wrong, or there is none
     */
    public static ArrayNode normalise(JsonNode types) {
        if (!types.isArray() || types.isEmpty()) {
            throw new IllegalArgumentException("The types of a link must be a list with at least one"
                    + " {associationCategory, associationTypeId}");
        }
        ArrayNode result = Json.MAPPER.createArrayNode();
        for (JsonNode type : types) {
            result.add(type(text(type, "associationCategory"), text(type, "associationTypeId")));
        }
        return result;
    }

    private static String text(JsonNode type, String field) {
        JsonNode value = type.path(field);
        return value.isValueNode() && !value.isNull() ? value.asText() : null;
    }
}
