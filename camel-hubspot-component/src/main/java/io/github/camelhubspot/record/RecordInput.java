// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.record;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One record as it goes to HubSpot.
 *
 * @param id the record id, or the value of {@code idProperty}; null where the body named none
 * @param idProperty the unique property that {@code id} is the value of; null for a record id
 * @param properties the properties to write, as texts
 * @param associations the links to create with the record; null for none
 * @param objectWriteTraceId the trace id that the record brought; null for none
 */
public record RecordInput(
        String id, String idProperty, ObjectNode properties, JsonNode associations, String objectWriteTraceId) {

    /** Whether it gives the unique property that names it another value. */
    public boolean changesItsId() {
        JsonNode value = idProperty == null ? null : properties.get(idProperty);
        return value != null && !value.asText().equals(id);
    }

    /** The value of the unique property that the record is written with; null where it has none. */
    public String uniqueValue() {
        String value = idProperty == null ? null : properties.path(idProperty).asText("");
        return value == null || value.isBlank() ? null : value;
    }

    /** The names of the properties to write. */
    public List<String> propertyNames() {
        return properties.propertyStream().map(Map.Entry::getKey).toList();
    }

    /**
     * The id, which the operation needs.
     *
     * @throws IllegalArgumentException where there is none
     */
    public String requiredId() {
        if (id == null) {
            throw new IllegalArgumentException(
                    idProperty == null
                            ? "The record has no id; give it as the header CamelHubSpotObjectId, the option objectId,"
                                    + " or id or hs_object_id in the body"
                            : "The record has no value for '" + idProperty
                                    + "', the property that identifies it (idProperty)");
        }
        return id;
    }
}
