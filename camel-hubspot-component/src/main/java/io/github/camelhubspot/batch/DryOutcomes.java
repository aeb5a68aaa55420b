// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.api.Json;
import io.github.camelhubspot.lookup.LostCreates;
import io.github.camelhubspot.prepare.Changes;

/** Ends the inputs of a dry run, each with a report of what would be done. */
final class DryOutcomes {

    private final BatchOptions options;
    private final PlannedWrites planned = new PlannedWrites();

    DryOutcomes(BatchOptions options) {
        this.options = options;
    }

    /** What an earlier input would have created with a value of a unique property; null for nothing. */
    JsonNode created(String property, String value) {
        return planned.created(property, value);
    }

    /**
     * Ends an input whose record would be written to, or left as it is.
     *
     * @param record the record that there is, or that an earlier input would have created
     * @param property what it was found by; null for its id
     */
    void existing(Entry entry, Changes differences, JsonNode record, String property, String value) {
        JsonNode now = planned.updated(record);
        ObjectNode changes = differences.of(entry.record.properties(), now.path("properties"));
        planned.update(now, property, value, entry.record.properties());
        boolean changed = !changes.isEmpty() || !entry.record.links().isEmpty();
        end(entry, changed ? OutcomeStatus.UPDATED : OutcomeStatus.SKIPPED, now, changes);
    }

    /** Ends an input to create whose record is there, as {@code onConflict} says. */
    void conflicting(Entry entry, Changes differences, JsonNode record, String property, String value) {
        boolean lossy = !entry.record.linkable();
        if (options.onConflict() == OnConflict.SKIP) {
            end(entry, OutcomeStatus.SKIPPED, record, Json.MAPPER.createObjectNode());
        } else if (options.onConflict() == OnConflict.FAIL || lossy) {
            entry.fail(OutcomeStatus.REJECTED, conflict(property, record));
        } else {
            existing(entry, differences, record, property, value);
        }
    }

    private static HubSpotError conflict(String property, JsonNode record) {
        return record.hasNonNull("id")
                ? LostCreates.conflict(property, record)
                : new HubSpotError(
                        0,
                        "CONFLICT",
                        null,
                        "An input before this one has the same value of '" + property + "'",
                        null,
                        null,
                        null,
                        null);
    }

    /**
     * Ends an input whose record would be created.
     *
     * @param names the unique values that would name the record, by their properties
     */
    void absent(Entry entry, Changes differences, Map<String, String> names) {
        ObjectNode properties = entry.record.properties().deepCopy();
        names.forEach((property, value) -> {
            if (!properties.has(property)) {
                properties.put(property, value);
            }
        });
        names.forEach((property, value) -> planned.create(property, value, properties));
        end(entry, OutcomeStatus.CREATED, null, differences.of(properties, null));
    }

    /** Ends an input that has nothing to write. */
    void nothing(Entry entry) {
        end(entry, OutcomeStatus.SKIPPED, null, Json.MAPPER.createObjectNode());
    }

    private void end(Entry entry, OutcomeStatus status, JsonNode record, ObjectNode changes) {
        ObjectNode report = Json.MAPPER.createObjectNode();
        if (record != null && record.hasNonNull("id")) {
            report.put("id", record.get("id").asText());
        }
        report.put(
                "action",
                switch (status) {
                    case CREATED -> "create";
                    case UPDATED -> "update";
                    default -> "none";
                });
        report.set("properties", changes);
        entry.end(status, report, options.output());
    }
}
