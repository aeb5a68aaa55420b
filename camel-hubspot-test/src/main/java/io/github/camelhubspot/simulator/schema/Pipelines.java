// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.schema;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.simulator.json.Json;

/**
 * The pipelines of the account with their stages: the values that pipeline and stage properties may have. May be read at
 * any time; writers hold the lock of the account.
 */
public final class Pipelines {

    /** How many pipelines a type may have. */
    public static final int LIMIT = 100;

    static final String DEAL = "0-3";
    static final String TICKET = "0-5";

    private static final String CUSTOM = "custom";
    // Above the ids that a fresh account has.
    private static final long FIRST_ID = 800_000_001L;

    private final JsonNode json = Json.resource(Pipelines.class, "pipelines.json");
    private final ObjectTypes types;
    private final Clock clock;
    // By object type id; archived ones are kept to be restored.
    private final Map<String, List<Pipeline>> pipelines = new ConcurrentHashMap<>();
    private final Map<String, List<PipelineChange>> changes = new ConcurrentHashMap<>();
    private final AtomicLong nextId = new AtomicLong();

    public Pipelines(ObjectTypes types, Clock clock) {
        this.types = types;
        this.clock = clock;
        reset();
    }

    /** Back to the pipelines of a fresh account. */
    public void reset() {
        pipelines.clear();
        changes.clear();
        nextId.set(FIRST_ID);
        types.all().forEach(type -> pipelines.put(type.id(), defaults(type)));
    }

    private JsonNode rules(ObjectType type) {
        return json.path(type.has(ObjectType.Trait.CUSTOM) ? CUSTOM : type.plural());
    }

    /** Whether records of that type can have a pipeline. */
    public boolean exist(ObjectType type) {
        return !rules(type).isMissingNode();
    }

    public int maxStages(ObjectType type) {
        return rules(type).path("maxStages").asInt();
    }

    /** The property that names a record's pipeline. */
    public String pipelineProperty(ObjectType type) {
        return rules(type).path("pipelineProperty").asText("hs_pipeline");
    }

    /** The property that names a record's stage. */
    public String stageProperty(ObjectType type) {
        return rules(type).path("stageProperty").asText("hs_pipeline_stage");
    }

    /** The pipelines that are in use, the default one first. */
    public List<Pipeline> list(ObjectType type) {
        return all(type).stream()
                .filter(pipeline -> pipeline.archivedAt() == null)
                .toList();
    }

    private List<Pipeline> all(ObjectType type) {
        return pipelines.getOrDefault(type.id(), List.of());
    }

    private List<Pipeline> defaults(ObjectType type) {
        long now = clock.millis();
        List<Pipeline> defaults = new ArrayList<>();
        for (JsonNode pipeline : rules(type).path("pipelines")) {
            List<PipelineStage> stages = new ArrayList<>();
            for (JsonNode stage : pipeline.path("stages")) {
                Map<String, String> metadata = new HashMap<>();
                stage.path("metadata")
                        .properties()
                        .forEach(entry ->
                                metadata.put(entry.getKey(), entry.getValue().asText()));
                stages.add(new PipelineStage(
                        stage.get("id").asText(),
                        stage.get("label").asText(),
                        stages.size(),
                        StageMetadata.stored(type, metadata),
                        now,
                        now,
                        null));
            }
            defaults.add(new Pipeline(
                    pipeline.get("id").asText(),
                    pipeline.get("label").asText(),
                    defaults.size(),
                    stages,
                    List.of(),
                    now,
                    now,
                    null));
        }
        return List.copyOf(defaults);
    }

    /** The pipeline of records that are created without one. */
    public String defaultPipeline(ObjectType type) {
        return list(type).get(0).id();
    }

    public List<String> ids(ObjectType type) {
        return list(type).stream().map(Pipeline::id).toList();
    }

    /** The ids of a pipeline's stages; none for a pipeline that does not exist. */
    public List<String> stages(ObjectType type, String pipeline) {
        return find(type, pipeline).map(Pipeline::stageIds).orElse(List.of());
    }

    /** The pipeline that is in use under that id. */
    public Optional<Pipeline> find(ObjectType type, String id) {
        return list(type).stream().filter(pipeline -> pipeline.id().equals(id)).findFirst();
    }

    /** The pipeline that was deleted under that id. */
    public Optional<Pipeline> archived(ObjectType type, String id) {
        return all(type).stream()
                .filter(pipeline ->
                        pipeline.archivedAt() != null && pipeline.id().equals(id))
                .findFirst();
    }

    /** Whether another object type has a pipeline of that id. */
    public boolean isUsedElsewhere(ObjectType type, String id) {
        return pipelines.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(type.id()))
                .flatMap(entry -> entry.getValue().stream())
                .anyMatch(pipeline ->
                        pipeline.archivedAt() == null && pipeline.id().equals(id));
    }

    /** Adds a pipeline, or puts it in the place of its earlier self. */
    public void put(ObjectType type, Pipeline changed) {
        List<Pipeline> all = new ArrayList<>(all(type));
        int at = 0;
        while (at < all.size() && !all.get(at).id().equals(changed.id())) {
            at++;
        }
        if (at < all.size()) {
            all.set(at, changed);
        } else {
            all.add(changed);
        }
        pipelines.put(type.id(), List.copyOf(all));
    }

    /** An id for a pipeline or stage that was given none. */
    public String newId() {
        return Long.toString(nextId.getAndIncrement());
    }

    /** Writes a change into the audit. */
    public void record(ObjectType type, PipelineChange change) {
        changes.computeIfAbsent(type.id(), id -> new CopyOnWriteArrayList<>()).add(change);
    }

    /**
     * The changes of a pipeline or stage, newest first.
     *
     * @param stageId null for those of the pipeline itself
     */
    public List<PipelineChange> audit(ObjectType type, String pipelineId, String stageId) {
        List<PipelineChange> found = new ArrayList<>(changes.getOrDefault(type.id(), List.of()).stream()
                .filter(change -> change.concerns(pipelineId, stageId))
                .toList());
        Collections.reverse(found);
        return found;
    }
}
