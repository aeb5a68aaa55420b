// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.api;

import java.util.List;

/** The rows of the resource {@code pipelines}: pipelines, their stages, and who changed them. */
final class PipelineOperations {

    private static final String PIPELINE = "/{objectId}";
    private static final String STAGES = PIPELINE + "/stages";
    private static final String STAGE = STAGES + "/{stageId}";
    private static final String CHECK_REFERENCES = "validateReferencesBeforeDelete";
    private static final String CHECK_DEALS = "validateDealStageUsagesBeforeDelete";

    private PipelineOperations() {}

    static List<ApiOperation> rows() {
        return List.of(
                row("create", HttpMethod.POST, "")
                        .takes(InputShape.DEFINITION)
                        .notRepeatable()
                        .row("Create a pipeline with its stages"),
                row("get", HttpMethod.GET, PIPELINE)
                        .uses(OptionNames.NOT_FOUND)
                        .row("Read a pipeline with its stages; objectId is its id"),
                row("update", HttpMethod.PATCH, PIPELINE)
                        .takes(InputShape.DEFINITION)
                        .parameters(CHECK_REFERENCES, CHECK_DEALS)
                        .row("Change what the body names of a pipeline"),
                row("replace", HttpMethod.PUT, PIPELINE)
                        .does(Effect.UPDATE)
                        .takes(InputShape.DEFINITION)
                        .parameters(CHECK_REFERENCES, CHECK_DEALS)
                        .row("Replace a pipeline and all of its stages"),
                row("delete", HttpMethod.DELETE, PIPELINE)
                        .parameters(CHECK_REFERENCES, CHECK_DEALS)
                        .row("Delete a pipeline"),
                row("list", HttpMethod.GET, "").gives(OutputShape.LIST).row("Read all pipelines of a type"),
                row("createStage", HttpMethod.POST, STAGES)
                        .takes(InputShape.DEFINITION)
                        .notRepeatable()
                        .row("Add a stage to a pipeline"),
                row("getStage", HttpMethod.GET, STAGE)
                        .uses(OptionNames.NOT_FOUND)
                        .row("Read a stage"),
                row("updateStage", HttpMethod.PATCH, STAGE)
                        .takes(InputShape.DEFINITION)
                        .row("Change what the body names of a stage"),
                row("replaceStage", HttpMethod.PUT, STAGE)
                        .does(Effect.UPDATE)
                        .takes(InputShape.DEFINITION)
                        .row("Replace a stage"),
                row("deleteStage", HttpMethod.DELETE, STAGE)
                        .parameters(CHECK_REFERENCES)
                        .row("Delete a stage"),
                row("listStages", HttpMethod.GET, STAGES)
                        .gives(OutputShape.LIST)
                        .row("Read all stages of a pipeline"),
                row("audit", HttpMethod.GET, PIPELINE + "/audit")
                        .gives(OutputShape.LIST)
                        .row("Read who changed a pipeline, and how"),
                row("stageAudit", HttpMethod.GET, STAGE + "/audit")
                        .gives(OutputShape.LIST)
                        .row("Read who changed a stage, and how"));
    }

    private static ApiOperation.Builder row(String name, HttpMethod method, String rest) {
        return new ApiOperation.Builder(
                "pipelines",
                name,
                method,
                "/crm/v3/pipelines/{objectType}" + rest,
                "/crm/pipelines/{version}/{objectType}" + rest);
    }
}
