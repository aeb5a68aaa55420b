// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.api;

import java.util.Optional;
import java.util.function.Function;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.simulator.crm.Crm;
import io.github.camelhubspot.simulator.crm.PipelineInput;
import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.http.Answer;
import io.github.camelhubspot.simulator.http.ApiVersion;
import io.github.camelhubspot.simulator.http.Request;
import io.github.camelhubspot.simulator.json.Json;
import io.github.camelhubspot.simulator.schema.ObjectType;
import io.github.camelhubspot.simulator.schema.Pipeline;

/** The operations on pipelines. */
public final class PipelinesApi {

    private static final String PIPELINE_ID = "pipelineId";
    private static final String DEAL = "0-3";

    private final Crm crm;

    public PipelinesApi(Crm crm) {
        this.crm = crm;
    }

    public Answer list(Request request) {
        ObjectNode json = Json.object();
        ArrayNode results = json.putArray("results");
        crm.pipelines()
                .list(request.objectType())
                .forEach(pipeline -> results.add(PipelineJson.of(pipeline, request.version())));
        return Answer.ok(json);
    }

    public Answer get(Request request) {
        return found(request, pipeline -> Answer.ok(PipelineJson.of(pipeline, request.version())));
    }

    /** Answers with the pipeline of the path, or with 404 and an empty body, as HubSpot does where there is none. */
    private Answer found(Request request, Function<Pipeline, Answer> answer) {
        return find(crm, request).map(answer).orElseGet(() -> Answer.empty(404));
    }

    static Optional<Pipeline> find(Crm crm, Request request) {
        return crm.pipelines().find(request.objectType(), request.parameter(PIPELINE_ID));
    }

    public Answer create(Request request) {
        PipelineInput input = PipelineJson.whole(request.object());
        return crm.writing(() -> {
            Pipeline created = crm.pipelineWriter().create(request.objectType(), input);
            return Answer.json(201, PipelineJson.of(created, request.version()));
        });
    }

    /** Changes a pipeline, or restores one that was deleted if the call says {@code "archived": false}. */
    public Answer update(Request request) {
        PipelineInput input = PipelineJson.part(request.object());
        ObjectType type = request.objectType();
        return crm.writing(() -> {
            Optional<Pipeline> archived = crm.pipelines().archived(type, request.parameter(PIPELINE_ID));
            if (archived.isPresent() && Boolean.FALSE.equals(input.archived())) {
                Pipeline restored = crm.pipelineWriter().restore(type, archived.get(), input);
                return Answer.ok(PipelineJson.of(restored, request.version()));
            }
            return found(
                    request,
                    before -> Answer.ok(
                            PipelineJson.of(crm.pipelineWriter().update(type, before, input), request.version())));
        });
    }

    public Answer replace(Request request) {
        PipelineInput input = PipelineJson.whole(request.object());
        return crm.writing(() -> found(request, before -> {
            Pipeline replaced =
                    crm.pipelineWriter().replace(request.objectType(), before, input, validatesUse(request));
            return Answer.ok(PipelineJson.of(replaced, request.version()));
        }));
    }

    public Answer archive(Request request) {
        return crm.writing(() -> {
            Pipeline pipeline = find(crm, request).orElseThrow(() -> HubSpotError.of(
                            404,
                            HubSpotError.OBJECT_NOT_FOUND,
                            "No pipeline found with id " + request.parameter(PIPELINE_ID))
                    .exception());
            crm.pipelineWriter().archive(request.objectType(), pipeline, validatesUse(request));
            return Answer.noContent();
        });
    }

    /** Whether a call asks HubSpot to look for records before it deletes; deal pipelines have a flag of their own. */
    private static boolean validatesUse(Request request) {
        boolean ofDeals =
                request.objectType().id().equals(DEAL) && request.query().flag("validateDealStageUsagesBeforeDelete");
        return ofDeals || validatesReferences(request);
    }

    /** From 2026-09 on, HubSpot never gives up a stage that a record is in, whatever the call says. */
    static boolean validatesReferences(Request request) {
        return request.version().isAtLeast(ApiVersion.V2026_09)
                || request.query().flag("validateReferencesBeforeDelete");
    }

    /** The changes of a pipeline, also of one that was deleted. */
    public Answer audit(Request request) {
        ObjectType type = request.objectType();
        String id = request.parameter(PIPELINE_ID);
        boolean known =
                find(crm, request).or(() -> crm.pipelines().archived(type, id)).isPresent();
        return known
                ? PipelineJson.audit(
                        request,
                        crm.pipelines().audit(type, id, null),
                        crm.owners().userId())
                : Answer.empty(404);
    }
}
