// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.simulator.crm.PipelineInput;
import io.github.camelhubspot.simulator.crm.StageInput;
import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.http.Answer;
import io.github.camelhubspot.simulator.http.ApiVersion;
import io.github.camelhubspot.simulator.http.Request;
import io.github.camelhubspot.simulator.json.Json;
import io.github.camelhubspot.simulator.schema.Pipeline;
import io.github.camelhubspot.simulator.schema.PipelineChange;
import io.github.camelhubspot.simulator.schema.PipelineStage;

/** Pipelines and stages as calls send and get them. */
final class PipelineJson {

    private static final String ARCHIVED = "archived";
    private static final String DISPLAY_ORDER = "displayOrder";

    private PipelineJson() {}

    static ObjectNode of(Pipeline pipeline, ApiVersion version) {
        ObjectNode json = Json.object()
                .put("label", pipeline.label())
                .put(DISPLAY_ORDER, pipeline.displayOrder())
                .put("id", pipeline.id());
        ArrayNode stages = json.putArray("stages");
        pipeline.stages().forEach(stage -> stages.add(of(stage, version)));
        return addTimes(json, pipeline.createdAt(), pipeline.updatedAt(), pipeline.archivedAt());
    }

    static ObjectNode of(PipelineStage stage, ApiVersion version) {
        ObjectNode json = Json.object()
                .put("label", stage.label())
                .put(DISPLAY_ORDER, stage.displayOrder())
                .put("id", stage.id());
        stage.metadata().forEach(json.putObject("metadata")::put);
        if (version.isDated()) {
            json.put("writePermissions", "CRM_PERMISSIONS_ENFORCEMENT");
        }
        return addTimes(json, stage.createdAt(), stage.updatedAt(), stage.archivedAt());
    }

    private static ObjectNode addTimes(ObjectNode json, long createdAt, long updatedAt, Long archivedAt) {
        json.put("createdAt", Json.time(createdAt))
                .put("updatedAt", Json.time(updatedAt))
                .put(ARCHIVED, archivedAt != null);
        return archivedAt == null ? json : json.put("archivedAt", Json.time(archivedAt));
    }

    /** The changes of a pipeline or stage, as the audit tells them. */
    static Answer audit(Request request, List<PipelineChange> changes, long userId) {
        ObjectNode json = Json.object();
        ArrayNode results = json.putArray("results");
        for (PipelineChange change : changes) {
            boolean ofPipeline = change.stage() == null;
            ObjectNode result = results.addObject()
                    .put("portalId", request.caller().portalId())
                    .put(
                            "identifier",
                            ofPipeline ? change.pipeline().id() : change.stage().id())
                    .put("action", change.action().name())
                    .put("timestamp", Json.time(change.at()))
                    .put("message", (ofPipeline ? "Pipeline " : "Stage ") + change.action())
                    .put("fromUserId", userId);
            result.set(
                    "rawObject",
                    ofPipeline ? of(change.pipeline(), request.version()) : of(change.stage(), request.version()));
        }
        return Answer.ok(json);
    }

    /** A whole pipeline, as it is created or replaced. */
    static PipelineInput whole(JsonNode json) {
        PropertyJson.required(json, "label");
        if (!json.path("stages").isArray()) {
            throw HubSpotError.missingField("stages").exception();
        }
        return part(json);
    }

    /** What a PATCH says of a pipeline. */
    static PipelineInput part(JsonNode json) {
        List<StageInput> stages = new ArrayList<>();
        json.path("stages").forEach(stage -> stages.add(wholeStage(stage)));
        return new PipelineInput(
                Json.text(json.get("pipelineId")), label(json), order(json), stages, flag(json.get(ARCHIVED)));
    }

    static StageInput wholeStage(JsonNode json) {
        PropertyJson.required(json, "label");
        return partOfStage(json);
    }

    /** What a PATCH says of a stage. */
    static StageInput partOfStage(JsonNode json) {
        return new StageInput(
                Json.text(json.get("stageId")),
                label(json),
                order(json),
                metadata(json.get("metadata")),
                flag(json.get(ARCHIVED)));
    }

    private static String label(JsonNode json) {
        return Json.text(json.get("label"));
    }

    private static Integer order(JsonNode json) {
        JsonNode order = json.path(DISPLAY_ORDER);
        return order.isNumber() ? Integer.valueOf(order.asInt()) : null;
    }

    private static Boolean flag(JsonNode json) {
        return json == null || json.isNull() ? null : Boolean.valueOf(json.asBoolean());
    }

    private static Map<String, String> metadata(JsonNode json) {
        if (json == null || json.isNull()) {
            return null;
        }
        Map<String, String> metadata = new HashMap<>();
        json.properties().forEach(entry -> metadata.put(entry.getKey(), Json.text(entry.getValue())));
        return metadata;
    }
}
