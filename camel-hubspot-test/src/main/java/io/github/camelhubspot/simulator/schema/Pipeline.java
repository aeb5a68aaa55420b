// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.schema;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A series of stages that records of a type pass through. Immutable; its stages are sorted by their display order.
 *
 * @param id what records have in their pipeline property
 * @param archivedStages those that were deleted, which can be restored
 * @param createdAt epoch milliseconds
 * @param updatedAt epoch milliseconds
 * @param archivedAt epoch milliseconds; null for a pipeline that is in use
 */
public record Pipeline(
        String id,
        String label,
        int displayOrder,
        List<PipelineStage> stages,
        List<PipelineStage> archivedStages,
        long createdAt,
        long updatedAt,
        Long archivedAt) {

    public Pipeline {
        stages = stages.stream()
                .sorted(Comparator.comparingInt(PipelineStage::displayOrder))
                .toList();
        archivedStages = List.copyOf(archivedStages);
    }

    public List<String> stageIds() {
        return stages.stream().map(PipelineStage::id).toList();
    }

    public Optional<PipelineStage> stage(String stageId) {
        return stages.stream().filter(stage -> stage.id().equals(stageId)).findFirst();
    }

    public Optional<PipelineStage> archivedStage(String stageId) {
        return archivedStages.stream()
                .filter(stage -> stage.id().equals(stageId))
                .findFirst();
    }

    public Pipeline changed(String newLabel, int order, long now) {
        return new Pipeline(id, newLabel, order, stages, archivedStages, createdAt, now, archivedAt);
    }

    /** With these stages in use; those of its stages that are not among them are archived. */
    public Pipeline withStages(List<PipelineStage> newStages, long now) {
        List<String> inUse = newStages.stream().map(PipelineStage::id).toList();
        List<PipelineStage> gone = Stream.concat(
                        archivedStages.stream(), stages.stream().map(stage -> stage.withArchivedAt(now, now)))
                .filter(stage -> !inUse.contains(stage.id()))
                .toList();
        return new Pipeline(id, label, displayOrder, newStages, gone, createdAt, now, archivedAt);
    }

    /** Archived, or in use again if the time is null. */
    public Pipeline withArchivedAt(Long at, long now) {
        return new Pipeline(id, label, displayOrder, stages, archivedStages, createdAt, now, at);
    }
}
