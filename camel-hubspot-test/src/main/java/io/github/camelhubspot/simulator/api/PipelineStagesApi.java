// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.api;

import java.util.Optional;
import java.util.function.Function;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.simulator.crm.Crm;
import io.github.camelhubspot.simulator.crm.StageInput;
import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.http.Answer;
import io.github.camelhubspot.simulator.http.Request;
import io.github.camelhubspot.simulator.json.Json;
import io.github.camelhubspot.simulator.schema.ObjectType;
import io.github.camelhubspot.simulator.schema.Pipeline;
import io.github.camelhubspot.simulator.schema.PipelineStage;

/** The operations on the stages of a pipeline. */
public final class PipelineStagesApi {

    private static final String STAGE_ID = "stageId";

    private final Crm crm;

    public PipelineStagesApi(Crm crm) {
        this.crm = crm;
    }

    /** Lists the stages; a pipeline that does not exist is refused with a body here, but without a category. */
    public Answer list(Request request) {
        Pipeline pipeline = PipelinesApi.find(crm, request).orElseThrow(() -> HubSpotError.of(
                        404, null, "No pipeline found with id " + request.parameter("pipelineId"))
                .exception());
        ObjectNode json = Json.object();
        ArrayNode results = json.putArray("results");
        pipeline.stages().forEach(stage -> results.add(PipelineJson.of(stage, request.version())));
        return Answer.ok(json);
    }

    public Answer get(Request request) {
        return answer(request, 200, PipelinesApi.find(crm, request).flatMap(pipeline -> stage(request, pipeline)));
    }

    private static Optional<PipelineStage> stage(Request request, Pipeline pipeline) {
        return pipeline.stage(request.parameter(STAGE_ID));
    }

    private static Answer answer(Request request, int status, Optional<PipelineStage> stage) {
        return stage.map(one -> Answer.json(status, PipelineJson.of(one, request.version())))
                .orElseGet(() -> Answer.empty(404));
    }

    public Answer create(Request request) {
        StageInput input = PipelineJson.wholeStage(request.object());
        return write(
                request,
                201,
                pipeline -> Optional.of(crm.pipelineWriter().stages().create(request.objectType(), pipeline, input)));
    }

    private Answer write(Request request, int status, Function<Pipeline, Optional<PipelineStage>> write) {
        return crm.writing(
                () -> answer(request, status, PipelinesApi.find(crm, request).flatMap(write)));
    }

    public Answer replace(Request request) {
        return change(request, PipelineJson.wholeStage(request.object()));
    }

    /** Changes a stage, or restores one that was deleted if the call says {@code "archived": false}. */
    public Answer update(Request request) {
        return change(request, PipelineJson.partOfStage(request.object()));
    }

    private Answer change(Request request, StageInput input) {
        ObjectType type = request.objectType();
        return write(request, 200, pipeline -> {
            Optional<PipelineStage> archived = pipeline.archivedStage(request.parameter(STAGE_ID));
            if (archived.isPresent() && Boolean.FALSE.equals(input.archived())) {
                return archived.map(stage -> crm.pipelineWriter().stages().restore(type, pipeline, stage, input));
            }
            return stage(request, pipeline)
                    .map(stage -> crm.pipelineWriter().stages().update(type, pipeline, stage, input));
        });
    }

    /** Deletes a stage; answered alike if there is no such stage, or no such pipeline. */
    public Answer archive(Request request) {
        return crm.writing(() -> {
            PipelinesApi.find(crm, request)
                    .ifPresent(pipeline -> stage(request, pipeline).ifPresent(stage -> crm.pipelineWriter()
                            .stages()
                            .archive(
                                    request.objectType(), pipeline, stage, PipelinesApi.validatesReferences(request))));
            return Answer.noContent();
        });
    }

    /** The changes of a stage, also of one that was deleted. */
    public Answer audit(Request request) {
        String id = request.parameter(STAGE_ID);
        return PipelinesApi.find(crm, request)
                .filter(pipeline ->
                        pipeline.stage(id).or(() -> pipeline.archivedStage(id)).isPresent())
                .map(pipeline -> PipelineJson.audit(
                        request,
                        crm.pipelines().audit(request.objectType(), pipeline.id(), id),
                        crm.owners().userId()))
                .orElseGet(() -> Answer.empty(404));
    }
}
