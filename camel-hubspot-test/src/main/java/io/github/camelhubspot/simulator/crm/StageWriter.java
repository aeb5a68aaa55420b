// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.crm;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.schema.ObjectType;
import io.github.camelhubspot.simulator.schema.Pipeline;
import io.github.camelhubspot.simulator.schema.PipelineChange;
import io.github.camelhubspot.simulator.schema.PipelineChange.Action;
import io.github.camelhubspot.simulator.schema.PipelineStage;
import io.github.camelhubspot.simulator.schema.Pipelines;
import io.github.camelhubspot.simulator.schema.StageMetadata;

/** Changes the stages of pipelines, as far as HubSpot's rules allow it. Callers hold the lock of {@link Crm}. */
public final class StageWriter {

    private final Pipelines pipelines;
    private final PipelineRules rules;
    private final Clock clock;

    StageWriter(Pipelines pipelines, PipelineRules rules, Clock clock) {
        this.pipelines = pipelines;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * The stages that the inputs ask for.
     *
     * @param before the pipeline whose stages an input may name; null for a new pipeline
     */
    List<PipelineStage> all(ObjectType type, Pipeline before, List<StageInput> inputs) {
        List<PipelineStage> stages = new ArrayList<>();
        for (StageInput input : inputs) {
            int order = input.displayOrder() == null ? stages.size() : input.displayOrder();
            PipelineStage known = before == null || input.id() == null
                    ? null
                    : before.stage(input.id()).orElse(null);
            stages.add(
                    known == null
                            ? created(type, input, order)
                            : changed(type, known, input).withDisplayOrder(order));
        }
        return PipelineWriter.inOrder(stages.stream());
    }

    private PipelineStage created(ObjectType type, StageInput input, int order) {
        long now = clock.millis();
        Map<String, String> metadata = input.metadata() == null ? Map.of() : input.metadata();
        return new PipelineStage(
                input.id() == null ? pipelines.newId() : input.id(),
                input.label(),
                order,
                StageMetadata.stored(type, metadata),
                now,
                now,
                null);
    }

    /** The stage with what the input says; metadata that it does not say stays. */
    private PipelineStage changed(ObjectType type, PipelineStage before, StageInput input) {
        Map<String, String> metadata = new HashMap<>(before.metadata());
        if (input.metadata() != null) {
            metadata.putAll(input.metadata());
        }
        return before.changed(
                input.label() == null ? before.label() : input.label(),
                StageMetadata.stored(type, metadata),
                clock.millis());
    }

    void record(ObjectType type, Action action, Pipeline pipeline, PipelineStage stage) {
        pipelines.record(type, new PipelineChange(action, pipeline, stage, clock.millis()));
    }

    public PipelineStage create(ObjectType type, Pipeline pipeline, StageInput input) {
        int last = pipeline.stages().get(pipeline.stages().size() - 1).displayOrder();
        int order = input.displayOrder() == null ? last + 1 : input.displayOrder();
        PipelineStage created = created(type, input, order);
        rules.checkStageId(type, pipeline, created.id());
        return put(type, Action.CREATE, pipeline, placed(pipeline.stages(), created), created.id());
    }

    private PipelineStage put(
            ObjectType type, Action action, Pipeline pipeline, List<PipelineStage> stages, String stageId) {
        Pipeline changed = pipeline.withStages(stages, clock.millis());
        rules.check(type, changed);
        pipelines.put(type, changed);
        PipelineStage stage = changed.stage(stageId).orElseThrow();
        record(type, action, changed, stage);
        return stage;
    }

    /** A stage goes behind the one whose place it asks for, and then all stages are numbered anew. */
    private static List<PipelineStage> placed(List<PipelineStage> others, PipelineStage stage) {
        List<PipelineStage> stages = new ArrayList<>(others);
        for (int i = 0; i < stages.size(); i++) {
            if (stages.get(i).displayOrder() == stage.displayOrder()) {
                stages.add(i + 1, stage);
                return PipelineWriter.numbered(stages);
            }
        }
        stages.add(stage);
        return stages;
    }

    /** Changes a stage; whether the input says all of it or a part makes no difference, as metadata is merged. */
    public PipelineStage update(ObjectType type, Pipeline pipeline, PipelineStage before, StageInput input) {
        if (input.archived() != null) {
            throw HubSpotError.validation("archived can only be given to restore a stage that was deleted")
                    .exception();
        }
        return put(
                type,
                Action.UPDATE,
                pipeline,
                moved(pipeline, before, changed(type, before, input), input),
                before.id());
    }

    private static List<PipelineStage> moved(
            Pipeline pipeline, PipelineStage before, PipelineStage changed, StageInput input) {
        List<PipelineStage> others = new ArrayList<>(pipeline.stages());
        if (input.displayOrder() == null || input.displayOrder() == before.displayOrder()) {
            others.replaceAll(stage -> stage.id().equals(before.id()) ? changed : stage);
            return others;
        }
        others.removeIf(stage -> stage.id().equals(before.id()));
        return placed(others, changed.withDisplayOrder(input.displayOrder()));
    }

    /** Brings a deleted stage back. */
    public PipelineStage restore(ObjectType type, Pipeline pipeline, PipelineStage archived, StageInput input) {
        PipelineStage restored = changed(type, archived, input).withArchivedAt(null, clock.millis());
        if (input.displayOrder() != null) {
            restored = restored.withDisplayOrder(input.displayOrder());
        }
        rules.checkStageId(type, pipeline, restored.id());
        return put(type, Action.RESTORE, pipeline, placed(pipeline.stages(), restored), restored.id());
    }

    public void archive(ObjectType type, Pipeline pipeline, PipelineStage stage, boolean checkUse) {
        List<PipelineStage> rest = pipeline.stages().stream()
                .filter(other -> !other.id().equals(stage.id()))
                .toList();
        Pipeline changed = pipeline.withStages(rest, clock.millis());
        rules.check(type, changed);
        if (checkUse) {
            rules.checkUnused(type, List.of(stage.id()));
        }
        pipelines.put(type, changed);
        record(type, Action.DELETE, changed, stage);
    }
}
