// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.crm;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.schema.ObjectType;
import io.github.camelhubspot.simulator.schema.Pipeline;
import io.github.camelhubspot.simulator.schema.PipelineChange;
import io.github.camelhubspot.simulator.schema.PipelineChange.Action;
import io.github.camelhubspot.simulator.schema.PipelineStage;
import io.github.camelhubspot.simulator.schema.Pipelines;
import io.github.camelhubspot.simulator.schema.PropertyDefinition;

/** Changes pipelines, as far as HubSpot's rules allow it. Callers hold the lock of {@link Crm}. */
public final class PipelineWriter {

    private final Pipelines pipelines;
    private final PipelineRules rules;
    private final StageWriter stageWriter;
    private final Crm crm;
    private final Clock clock;

    PipelineWriter(Pipelines pipelines, Crm crm, Clock clock) {
        this.pipelines = pipelines;
        this.rules = new PipelineRules(pipelines, crm);
        this.stageWriter = new StageWriter(pipelines, rules, clock);
        this.crm = crm;
        this.clock = clock;
    }

    /** The changes of single stages. */
    public StageWriter stages() {
        return stageWriter;
    }

    public Pipeline create(ObjectType type, PipelineInput input) {
        rules.checkType(type);
        long now = clock.millis();
        Pipeline created = new Pipeline(
                input.id() == null ? pipelines.newId() : input.id(),
                input.label(),
                input.displayOrder() == null ? pipelines.list(type).size() : input.displayOrder(),
                stageWriter.all(type, null, input.stages()),
                List.of(),
                now,
                now,
                null);
        rules.checkNew(type, created);
        rules.check(type, created);
        defineProperties(type);
        put(type, Action.CREATE, created);
        created.stages().forEach(stage -> stageWriter.record(type, Action.CREATE, created, stage));
        return created;
    }

    /** The first pipeline of a type gives its records the two properties. */
    private void defineProperties(ObjectType type) {
        for (String name : List.of(pipelines.pipelineProperty(type), pipelines.stageProperty(type))) {
            if (crm.property(type.id(), name).isEmpty()) {
                crm.defineProperty(
                        type.id(),
                        PropertyDefinition.of(name, "enumeration", "select")
                                .externalOptions()
                                .hubspotDefined());
            }
        }
    }

    private Pipeline put(ObjectType type, Action action, Pipeline changed) {
        pipelines.put(type, changed);
        pipelines.record(type, new PipelineChange(action, changed, null, clock.millis()));
        return changed;
    }

    /** Changes the label or the place of a pipeline. */
    public Pipeline update(ObjectType type, Pipeline before, PipelineInput input) {
        if (input.archived() != null) {
            throw HubSpotError.validation("archived can only be given to restore a pipeline that was deleted")
                    .exception();
        }
        Pipeline changed = changed(before, input);
        rules.check(type, changed);
        return put(type, Action.UPDATE, changed);
    }

    private Pipeline changed(Pipeline before, PipelineInput input) {
        return before.changed(
                input.label() == null ? before.label() : input.label(),
                input.displayOrder() == null ? before.displayOrder() : input.displayOrder(),
                clock.millis());
    }

    /** Makes a pipeline exactly what the input says: stages that it does not name are deleted. */
    public Pipeline replace(ObjectType type, Pipeline before, PipelineInput input, boolean checkUse) {
        List<PipelineStage> stages = stageWriter.all(type, before, input.stages());
        List<String> kept = stages.stream().map(PipelineStage::id).toList();
        Pipeline changed = changed(before, input).withStages(stages, clock.millis());
        stages.stream()
                .filter(stage -> before.stage(stage.id()).isEmpty())
                .forEach(stage -> rules.checkStageId(type, before, stage.id()));
        rules.check(type, changed);
        List<PipelineStage> gone = before.stages().stream()
                .filter(stage -> !kept.contains(stage.id()))
                .toList();
        if (checkUse) {
            rules.checkUnused(type, gone.stream().map(PipelineStage::id).toList());
        }
        put(type, Action.UPDATE, changed);
        gone.forEach(stage -> stageWriter.record(type, Action.DELETE, changed, stage));
        stages.forEach(stage -> stageWriter.record(
                type, before.stage(stage.id()).isPresent() ? Action.UPDATE : Action.CREATE, changed, stage));
        return changed;
    }

    public void archive(ObjectType type, Pipeline before, boolean checkUse) {
        if (checkUse) {
            rules.checkUnused(type, before.stageIds());
        }
        long now = clock.millis();
        put(type, Action.DELETE, before.withArchivedAt(now, now));
    }

    /** Brings a deleted pipeline back with its stages; what has taken its place in the meantime is in the way. */
    public Pipeline restore(ObjectType type, Pipeline archived, PipelineInput input) {
        Pipeline restored = changed(archived, input).withArchivedAt(null, clock.millis());
        rules.checkNew(type, restored);
        rules.check(type, restored);
        return put(type, Action.RESTORE, restored);
    }

    /** All stages of a pipeline one after the other, renumbered where two have one place. */
    static List<PipelineStage> inOrder(Stream<PipelineStage> stages) {
        List<PipelineStage> sorted = stages.sorted((a, b) -> Integer.compare(a.displayOrder(), b.displayOrder()))
                .toList();
        boolean distinct =
                sorted.stream().map(PipelineStage::displayOrder).distinct().count() == sorted.size();
        return distinct ? sorted : numbered(sorted);
    }

    /** Gives the stages the places 0, 1, 2, … */
    static List<PipelineStage> numbered(List<PipelineStage> stages) {
        List<PipelineStage> numbered = new ArrayList<>();
        stages.forEach(stage -> numbered.add(stage.withDisplayOrder(numbered.size())));
        return numbered;
    }
}
