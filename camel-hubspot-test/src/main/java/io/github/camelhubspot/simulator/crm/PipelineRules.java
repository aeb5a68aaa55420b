// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.crm;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.schema.ObjectType;
import io.github.camelhubspot.simulator.schema.Pipeline;
import io.github.camelhubspot.simulator.schema.PipelineStage;
import io.github.camelhubspot.simulator.schema.Pipelines;

/** What HubSpot refuses in pipelines and their stages. */
final class PipelineRules {

    private static final String TICKET = "0-5";

    private final Pipelines pipelines;
    private final Crm crm;

    PipelineRules(Pipelines pipelines, Crm crm) {
        this.pipelines = pipelines;
        this.crm = crm;
    }

    void checkType(ObjectType type) {
        if (!pipelines.exist(type)) {
            throw HubSpotError.validation("Object type " + type.errorName() + " has no pipelines")
                    .exception();
        }
    }

    /** Checks a pipeline that is to be added. */
    void checkNew(ObjectType type, Pipeline added) {
        checkType(type);
        if (pipelines.find(type, added.id()).isPresent()) {
            throw HubSpotError.validation(
                            "There's another pipeline in this portal with pipelineId (" + added.id() + ").")
                    .exception();
        }
        // HubSpot says so of a pipeline id that another object type has, too, although it has nothing to do with
        // stages.
        if (pipelines.isUsedElsewhere(type, added.id())
                || !stagesTaken(type, added).isEmpty()) {
            throw HubSpotError.of(
                            409,
                            HubSpotError.OBJECT_ALREADY_EXISTS,
                            "There's another pipeline in this portal with one of the same stages")
                    .subCategory("PipelineError.STAGE_ID_EXISTS_IN_ANOTHER_PIPELINE")
                    .context("stageIds", stagesTaken(type, added).toString())
                    .exception();
        }
        if (pipelines.list(type).size() >= Pipelines.LIMIT) {
            throw HubSpotError.validation("There may be at most " + Pipelines.LIMIT + " pipelines")
                    .exception();
        }
    }

    private Set<String> stagesTaken(ObjectType type, Pipeline of) {
        Set<String> taken = new TreeSet<>();
        pipelines.list(type).stream()
                .filter(other -> !other.id().equals(of.id()))
                .forEach(other -> taken.addAll(other.stageIds()));
        taken.retainAll(of.stageIds());
        return taken;
    }

    /** A stage that is to be added to a pipeline must not have the id of another pipeline's stage. */
    void checkStageId(ObjectType type, Pipeline pipeline, String stageId) {
        boolean elsewhere = pipelines.list(type).stream()
                .anyMatch(other -> !other.id().equals(pipeline.id())
                        && other.stage(stageId).isPresent());
        if (elsewhere) {
            throw HubSpotError.of(
                            400,
                            null,
                            "An existing active stage in another pipeline is already using stage id " + stageId)
                    .exception();
        }
        if (pipeline.stage(stageId).isPresent()) {
            throw HubSpotError.validation("The pipeline already has a stage with stageId " + stageId)
                    .exception();
        }
    }

    /** Checks what must hold for a pipeline at any time. */
    void check(ObjectType type, Pipeline pipeline) {
        checkOrder(pipeline.displayOrder());
        pipeline.stages().forEach(stage -> checkOrder(stage.displayOrder()));
        boolean labelTaken = pipelines.list(type).stream()
                .anyMatch(other -> !other.id().equals(pipeline.id()) && same(other.label(), pipeline.label()));
        if (labelTaken) {
            throw HubSpotError.validation("An active pipeline with label " + pipeline.label() + " already exists.")
                    .exception();
        }
        checkStages(type, pipeline);
    }

    private void checkStages(ObjectType type, Pipeline pipeline) {
        List<PipelineStage> stages = pipeline.stages();
        if (stages.isEmpty()) {
            throw HubSpotError.of(400, null, "Pipeline must have at least one stage")
                    .exception();
        }
        if (stages.size() > pipelines.maxStages(type)) {
            throw HubSpotError.validation("A pipeline may have at most " + pipelines.maxStages(type) + " stages")
                    .exception();
        }
        if (stages.stream().map(PipelineStage::id).distinct().count() < stages.size()) {
            throw HubSpotError.validation("Two stages have the same stageId").exception();
        }
        Set<String> labels = new HashSet<>();
        for (PipelineStage stage : stages) {
            if (!labels.add(key(stage.label()))) {
                throw HubSpotError.validation("Stage with label " + stage.label() + " already exists")
                        .subCategory("PipelineError.STAGE_LABEL_EXISTS")
                        .exception();
            }
        }
        if (type.id().equals(TICKET) && stages.stream().noneMatch(PipelineStage::isClosed)) {
            throw HubSpotError.validation(
                            type.errorName() + " pipeline: " + pipeline.id() + " must have at least one closed stage")
                    .subCategory("PipelineError.MISSING_CLOSED_STAGE")
                    .exception();
        }
    }

    private static void checkOrder(int displayOrder) {
        if (displayOrder < 0) {
            throw HubSpotError.of(400, null, "Pipeline display order cannot be negative")
                    .exception();
        }
    }

    private static boolean same(String label, String other) {
        return key(label).equals(key(other));
    }

    /** Labels that differ in case or in blanks around them are the same to HubSpot. */
    private static String key(String label) {
        return label.trim().toLowerCase(Locale.ROOT);
    }

    /** Refuses to give up stages in which records are. */
    void checkUnused(ObjectType type, List<String> stageIds) {
        String property = pipelines.stageProperty(type);
        Set<String> used = new TreeSet<>();
        List<String> records = new ArrayList<>();
        for (SimulatedRecord one : crm.store(type).from(0, false)) {
            String stage = one.property(property);
            if (stage != null && stageIds.contains(stage)) {
                used.add(stage);
                records.add(one.id());
            }
        }
        if (!used.isEmpty()) {
            throw HubSpotError.validation("Stage IDs: " + used + " are being referenced by object IDs: " + records)
                    .subCategory("PipelineError.STAGE_ID_IN_USE")
                    .context("stageIds", used.toString())
                    .context("objectIds", records.toString())
                    .exception();
        }
    }
}
