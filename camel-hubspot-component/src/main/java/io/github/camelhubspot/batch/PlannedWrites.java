// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.api.Json;

/**
 * What the inputs of a dry run so far would have written, so that those after them are compared with that; only the records
 * that came last are remembered.
 *
 * <p>Thread-safe.
 */
final class PlannedWrites {

    private static final int KEPT = 10_000;

    private final Map<String, ObjectNode> byName = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ObjectNode> eldest) {
            return size() > KEPT;
        }
    };

    /** What a record that a unique property names would be by now; null where no input would have created it. */
    synchronized JsonNode created(String property, String value) {
        ObjectNode properties = byName.get(name(property, value));
        return properties == null ? null : record(properties.deepCopy());
    }

    /** A record as it would be by now. */
    synchronized JsonNode updated(JsonNode record) {
        ObjectNode planned = byName.get(record.path("id").asText());
        if (planned == null) {
            return record;
        }
        ObjectNode properties = record.path("properties").deepCopy();
        return record(properties.setAll(planned)).put("id", record.path("id").asText());
    }

    /** Notes that a record would be created which a unique property names. */
    synchronized void create(String property, String value, ObjectNode properties) {
        byName.put(name(property, value), properties.deepCopy());
    }

    /**
     * Notes that a record would be updated.
     *
     * @param record what it would be by now
     * @param property the unique property that names it where it would have been created only
     */
    synchronized void update(JsonNode record, String property, String value, ObjectNode properties) {
        String name = record.hasNonNull("id") ? record.get("id").asText() : name(property, value);
        ObjectNode planned = byName.computeIfAbsent(name, first -> Json.MAPPER.createObjectNode());
        properties.properties().forEach(written -> {
            String to = written.getValue().asText("");
            // A semicolon at the beginning adds to the options that are set.
            String before = record.path("properties").path(written.getKey()).asText("");
            planned.put(written.getKey(), to.startsWith(";") ? before + to : to);
        });
    }

    private static ObjectNode record(JsonNode properties) {
        ObjectNode record = Json.MAPPER.createObjectNode();
        record.set("properties", properties);
        return record;
    }

    /** HubSpot compares some unique values without regard to case. */
    private static String name(String property, String value) {
        return property + '=' + value.trim().toLowerCase(Locale.ROOT);
    }
}
