// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.api.Json;
import io.github.camelhubspot.api.NaturalKey;

/**
 * One of the links that are written with a record.
 *
 * @param number its place among the associations of the record, from 1
 * @param objectType the type of its target; null where it was not named
 * @param idProperty the property that {@code id} is a value of; null for a record id
 * @param id what names the target
 * @param types its types; null where a label or nothing was given
 * @param label the label that names its type; null for none
 * @param targetId the record id of the target, where a natural key was looked up; null until then
 * @param given the link as the record has it
 */
public record RecordLink(
        int number,
        String objectType,
        String idProperty,
        String id,
        ArrayNode types,
        String label,
        String targetId,
        JsonNode given) {

    static String name(int number) {
        return "Association " + number + " of the record (the key associations)";
    }

    /** What messages call it. */
    public String name() {
        return name(number);
    }

    /** The key that names its target; null where an id does. */
    public NaturalKey key() {
        return idProperty == null ? null : new NaturalKey(objectType, idProperty, id);
    }

    /** The record id of its target; null where that is not known yet. */
    public String toId() {
        return idProperty == null ? id : targetId;
    }

    public RecordLink withTarget(String known) {
        return new RecordLink(number, objectType, idProperty, id, types, label, known, given);
    }

    public RecordLink withTypes(ArrayNode known) {
        return new RecordLink(number, objectType, idProperty, id, known, null, targetId, given);
    }

    /** Whether HubSpot takes it as it was given. */
    public boolean plain() {
        return objectType == null && idProperty == null && label == null;
    }

    /** The link as HubSpot's create takes it. */
    JsonNode inline() {
        if (plain()) {
            return given;
        }
        ObjectNode link = Json.MAPPER.createObjectNode();
        link.putObject("to").put("id", toId());
        link.set("types", types);
        return link;
    }
}
