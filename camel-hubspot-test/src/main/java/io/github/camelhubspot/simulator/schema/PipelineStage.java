// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.schema;

import java.util.Map;

/**
 * One stage of a pipeline.
 *
 * @param id what records have in their stage property
 * @param metadata {@code probability} of deals, {@code ticketState} of tickets, {@code state} of others, and {@code isClosed}
 * @param createdAt epoch milliseconds
 * @param updatedAt epoch milliseconds
 * @param archivedAt epoch milliseconds; null for a stage that is in use
 */
public record PipelineStage(
        String id,
        String label,
        int displayOrder,
        Map<String, String> metadata,
        long createdAt,
        long updatedAt,
        Long archivedAt) {

    public PipelineStage {
        metadata = Map.copyOf(metadata);
    }

    public boolean isClosed() {
        return Boolean.parseBoolean(metadata.get(StageMetadata.IS_CLOSED));
    }

    public PipelineStage withDisplayOrder(int order) {
        return new PipelineStage(id, label, order, metadata, createdAt, updatedAt, archivedAt);
    }

    public PipelineStage changed(String newLabel, Map<String, String> newMetadata, long now) {
        return new PipelineStage(id, newLabel, displayOrder, newMetadata, createdAt, now, archivedAt);
    }

    /** Archived, or in use again if the time is null. */
    public PipelineStage withArchivedAt(Long at, long now) {
        return new PipelineStage(id, label, displayOrder, metadata, createdAt, now, at);
    }
}
