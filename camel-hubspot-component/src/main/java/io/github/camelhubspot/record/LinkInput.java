// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ArrayNode;

import io.github.camelhubspot.api.NaturalKey;

/**
 * One link between two records as it goes to HubSpot; the inputs of a batch may name several targets.
 *
 * @param objectType the type of the record that the link goes out from; null where it was not named
 * @param objectId the id of that record, or a natural key
 * @param toObjectType the type of the record that it leads to; null where it was not named
 * @param toObjectIds the ids of the records that it leads to, or natural keys
 * @param types the types of the link; null where a label or nothing was given
 * @param label the label that names the type; null where there is none
 */
public record LinkInput(
        String objectType,
        String objectId,
        String toObjectType,
        List<String> toObjectIds,
        ArrayNode types,
        String label) {

    /** The same link with its types known. */
    public LinkInput withTypes(ArrayNode known) {
        return new LinkInput(objectType, objectId, toObjectType, toObjectIds, known, null);
    }

    /** The same link between records whose ids are known. */
    public LinkInput withIds(String from, List<String> to) {
        return new LinkInput(objectType, from, toObjectType, to, types, label);
    }

    /** The natural keys that name its ends, as they stand for them; each has its type. */
    public Map<String, NaturalKey> fromKeys() {
        return keys(objectType, List.of(objectId));
    }

    /** The same for its other end. */
    public Map<String, NaturalKey> toKeys() {
        return keys(toObjectType, toObjectIds);
    }

    private static Map<String, NaturalKey> keys(String type, List<String> ids) {
        Map<String, NaturalKey> keys = new LinkedHashMap<>();
        for (String id : ids) {
            NaturalKey key = NaturalKey.of(id);
            if (key != null) {
                keys.put(id, key.inType(type));
            }
        }
        return keys;
    }

    /** Whether a natural key names an end of it. */
    public boolean keyed() {
        return !fromKeys().isEmpty() || !toKeys().isEmpty();
    }

    /** The one record that the link leads to. */
    public String toObjectId() {
        return toObjectIds.get(0);
    }

    /** What the link connects. */
    public String key() {
        return objectId + "->" + String.join(",", toObjectIds);
    }
}
