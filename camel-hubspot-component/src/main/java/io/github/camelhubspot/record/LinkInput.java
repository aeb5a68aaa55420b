// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.record;

import java.util.List;

import com.fasterxml.jackson.databind.node.ArrayNode;

/**
 * One link between two records as it goes to HubSpot; the inputs of a batch may name several targets.
 *
 * @param objectType the type of the record that the link goes out from; null where it was not named
 * @param objectId the id of that record
 * @param toObjectType the type of the record that it leads to; null where it was not named
 * @param toObjectIds the ids of the records that it leads to
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

    /** The one record that the link leads to. */
    public String toObjectId() {
        return toObjectIds.get(0);
    }

    /** What the link connects. */
    public String key() {
        return objectId + "->" + String.join(",", toObjectIds);
    }
}
