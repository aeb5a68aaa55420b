// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.record;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.api.Json;
import io.github.camelhubspot.api.NaturalKey;

/**
 * One record as it goes to HubSpot.
 *
 * @param id the record id, or the value of {@code idProperty}; null where the body named none
 * @param idProperty the unique property that {@code id} is the value of; null for a record id
 * @param properties the properties to write, as texts
 * @param associations the links to create with the record, as they were given; null for none
 * @param objectWriteTraceId the trace id that the record brought; null for none
 * @param links those links, once their targets and types are known; null until then
 */
public record RecordInput(
        String id,
        String idProperty,
        ObjectNode properties,
        JsonNode associations,
        String objectWriteTraceId,
        List<RecordLink> links) {

    public RecordInput(
            String id, String idProperty, ObjectNode properties, JsonNode associations, String objectWriteTraceId) {
        this(id, idProperty, properties, associations, objectWriteTraceId, null);
    }

    /** The same record, named otherwise. */
    public RecordInput named(String newId, String newIdProperty) {
        return new RecordInput(newId, newIdProperty, properties, associations, objectWriteTraceId, links);
    }

    /** The same record with links whose targets and types are known. */
    public RecordInput withLinks(List<RecordLink> known) {
        return new RecordInput(id, idProperty, properties, associations, objectWriteTraceId, known);
    }

    /** The same record without any links. */
    public RecordInput withoutLinks() {
        return new RecordInput(id, idProperty, properties, null, objectWriteTraceId, null);
    }

    /** The links of the record, as they are known so far. */
    public List<RecordLink> links() {
        return links != null ? links : RecordLinks.read(associations);
    }

    /** The links as HubSpot's create takes them; null for none. */
    public JsonNode inlineLinks() {
        if (links == null) {
            return associations;
        }
        ArrayNode inline = Json.MAPPER.createArrayNode();
        links.forEach(link -> inline.add(link.inline()));
        return inline.isEmpty() ? null : inline;
    }

    /** Whether each of its links names the type of its target, so that it can be written by a call of its own. */
    public boolean linkable() {
        return links().stream().allMatch(link -> link.objectType() != null);
    }

    /** The natural key that names it; null where an id or {@code idProperty} does. */
    public NaturalKey key() {
        return idProperty == null ? NaturalKey.of(id) : null;
    }

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
