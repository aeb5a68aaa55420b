// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.lists;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.simulator.schema.ObjectType;

/**
 * A list of records, apart from who is in it.
 *
 * @param id digits
 * @param filterBranch the filters as HubSpot writes them; null for none
 * @param version how often the filters were set
 * @param createdAt epoch milliseconds
 * @param deletedAt null unless the list is deleted
 * @param customProperties what the account keeps about the list
 */
public record RecordList(
        String id,
        String name,
        ObjectType objectType,
        ProcessingType processingType,
        JsonNode filterBranch,
        int version,
        long createdAt,
        long updatedAt,
        long filtersUpdatedAt,
        Long deletedAt,
        Map<String, String> customProperties) {

    public boolean isDeleted() {
        return deletedAt != null;
    }

    RecordList renamed(String newName, long now) {
        return new RecordList(
                id,
                newName,
                objectType,
                processingType,
                filterBranch,
                version,
                createdAt,
                now,
                filtersUpdatedAt,
                deletedAt,
                customProperties);
    }

    RecordList filtered(JsonNode newFilters, long now) {
        return new RecordList(
                id,
                name,
                objectType,
                processingType,
                newFilters,
                version + 1,
                createdAt,
                now,
                now,
                deletedAt,
                customProperties);
    }

    /** Deleted at the given time; null for restored. */
    RecordList deletedAt(Long at) {
        return new RecordList(
                id,
                name,
                objectType,
                processingType,
                filterBranch,
                version,
                createdAt,
                updatedAt,
                filtersUpdatedAt,
                at,
                customProperties);
    }
}
