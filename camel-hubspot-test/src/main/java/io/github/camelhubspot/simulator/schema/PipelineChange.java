// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.schema;

/**
 * What happened to a pipeline, or to one of its stages.
 *
 * @param pipeline as it was after the change, or before it was deleted
 * @param stage the stage that changed; null for a change of the pipeline itself
 * @param at epoch milliseconds
 */
public record PipelineChange(Action action, Pipeline pipeline, PipelineStage stage, long at) {

    /** The kinds of changes, called as in the audit. */
    public enum Action {
        CREATE,
        UPDATE,
        DELETE,
        RESTORE
    }

    boolean concerns(String pipelineId, String stageId) {
        return pipeline.id().equals(pipelineId)
                && (stage == null ? stageId == null : stage.id().equals(stageId));
    }
}
