// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.schema;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.simulator.json.Json;

/** The pipelines of a fresh account with their stages: the values that pipeline and stage properties may have. */
public final class Pipelines {

    private final JsonNode json = Json.resource(Pipelines.class, "pipelines.json");

    /** The property that names a record's pipeline; null for types without pipelines. */
    public String pipelineProperty(ObjectType type) {
        return json.path(type.plural()).path("pipelineProperty").asText(null);
    }

    /** The property that names a record's stage. */
    public String stageProperty(ObjectType type) {
        return json.path(type.plural()).path("stageProperty").asText(null);
    }

    /** The pipeline of records that are created without one. */
    public String defaultPipeline(ObjectType type) {
        return pipelines(type).get(0).get("id").asText();
    }

    public List<String> ids(ObjectType type) {
        return Json.texts(Json.array().addAll(pipelines(type).findValues("id")));
    }

    public List<String> stages(ObjectType type, String pipeline) {
        for (JsonNode candidate : pipelines(type)) {
            if (candidate.get("id").asText().equals(pipeline)) {
                return Json.texts(candidate.get("stages"));
            }
        }
        return List.of();
    }

    private JsonNode pipelines(ObjectType type) {
        return json.path(type.plural()).path("pipelines");
    }
}
