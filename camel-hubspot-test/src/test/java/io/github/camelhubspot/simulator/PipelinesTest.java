// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhubspot.simulator.Client.Reply;
import io.github.camelhubspot.simulator.crm.StageInput;
import io.github.camelhubspot.simulator.schema.ObjectType;

import static org.assertj.core.api.Assertions.assertThat;

/** Pipelines over the API. */
class PipelinesTest extends SimulatorTest {

    private static final String DEALS = "/crm/v3/pipelines/deals";
    private static final String TICKETS_PIPELINES = "/crm/v3/pipelines/tickets";
    private static final String RENEWALS =
            "{\"pipelineId\":\"renewals\",\"label\":\"Renewals\",\"displayOrder\":1,\"stages\":["
                    + "{\"stageId\":\"open\",\"label\":\"Open\",\"displayOrder\":0,\"metadata\":{\"probability\":\"0.50\"}},"
                    + "{\"label\":\"Won\",\"displayOrder\":1,\"metadata\":{\"probability\":1,\"colour\":\"red\"}}]}";

    private String deal(String pipeline, String stage) {
        return crm.create("deals", Map.of("dealname", "d", "pipeline", pipeline, "dealstage", stage))
                .id();
    }

    private List<String> labels(Reply reply) {
        List<String> labels = new ArrayList<>();
        reply.at("/stages").forEach(stage -> labels.add(stage.get("label").asText()));
        return labels;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                DEALS,
                "/crm/pipelines/2025-09/deals",
                "/crm/pipelines/2026-03/0-3",
                "/crm/pipelines/2026-09/deal"
            })
    void aFreshAccountHasHubSpotsPipelines(String path) throws IOException {
        Reply list = client.get(path);
        Reply one = client.get(path + "/default");

        assertThat(list.status()).isEqualTo(200);
        assertThat(list.at("/results")).hasSize(1);
        assertThat(list.at("/results/0")).isEqualTo(one.body());
        assertThat(one.text("/id")).isEqualTo("default");
        assertThat(one.text("/label")).isEqualTo("Sales Pipeline");
        assertThat(one.at("/archived").asBoolean(true)).isFalse();
        assertThat(one.at("/stages")).hasSize(7);
        assertThat(one.text("/stages/5/id")).isEqualTo("closedwon");
        assertThat(one.text("/stages/5/metadata/probability")).isEqualTo("1.0");
        assertThat(one.text("/stages/5/metadata/isClosed")).isEqualTo("true");
        assertThat(one.text("/stages/0/metadata/isClosed")).isEqualTo("false");
        assertThat(one.at("/stages/0/writePermissions").asText("none"))
                .isEqualTo(path.contains("v3") ? "none" : "CRM_PERMISSIONS_ENFORCEMENT");
        assertThat(Instant.parse(one.text("/createdAt")))
                .isBeforeOrEqualTo(simulator.clock().instant());
    }

    @Test
    void ticketsHaveStates() throws IOException {
        Reply tickets = client.get(TICKETS_PIPELINES + "/0");

        assertThat(tickets.text("/stages/3/metadata/ticketState")).isEqualTo("CLOSED");
        assertThat(tickets.text("/stages/3/metadata/isClosed")).isEqualTo("true");
        assertThat(tickets.text("/stages/0/metadata/ticketState")).isEqualTo("OPEN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                DEALS,
                "/crm/pipelines/2025-09/deals",
                "/crm/pipelines/2026-03/deals",
                "/crm/pipelines/2026-09/deals"
            })
    void aCreatedPipelineTakesRecordsAtOnce(String path) throws IOException {
        Reply created = client.post(path, RENEWALS);

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.text("/id")).isEqualTo("renewals");
        assertThat(created.text("/stages/0/metadata/probability")).isEqualTo("0.5");
        assertThat(created.text("/stages/1/metadata/probability")).isEqualTo("1.0");
        assertThat(created.text("/stages/1/metadata/isClosed")).isEqualTo("true");
        assertThat(created.at("/stages/1/metadata").has("colour")).isFalse();
        assertThat(created.text("/stages/1/id")).matches("\\d+");
        assertThat(client.get(path).at("/results")).hasSize(2);
        String deals = "/crm/v3/objects/deals";
        String deal = "{\"properties\":{\"dealname\":\"d\",\"pipeline\":\"renewals\",\"dealstage\":\"STAGE\"}}";
        assertThat(client.post(deals, deal.replace("STAGE", "open")).status()).isEqualTo(201);
        Reply wrong = client.post(deals, deal.replace("STAGE", "closedwon"));
        assertThat(wrong.text("/errors/0/code")).isEqualTo("INVALID_OPTION");
    }

    @Test
    void refusalsOfACreate() throws IOException {
        client.post(DEALS, RENEWALS);

        Reply sameId = client.post(DEALS, RENEWALS);
        Reply sameStage =
                client.post(DEALS, RENEWALS.replace("renewals", "other").replace("Renewals", "Other"));
        Reply idOfTickets = client.post(DEALS, RENEWALS.replace("renewals", "0").replace("\"open\"", "\"x\""));
        Reply sameLabel = client.post(
                DEALS,
                RENEWALS.replace("renewals", "other")
                        .replace("Renewals", " RENEWALS")
                        .replace("\"open\"", "\"x\""));
        Reply noStages = client.post(DEALS, "{\"label\":\"Empty\",\"displayOrder\":1,\"stages\":[]}");
        Reply noLabel = client.post(DEALS, "{\"displayOrder\":1,\"stages\":[]}");
        Reply contacts = client.post("/crm/v3/pipelines/contacts", RENEWALS);

        assertThat(sameId.status()).isEqualTo(400);
        assertThat(sameId.text("/message")).contains("pipelineId (renewals)");
        assertThat(sameStage.status()).isEqualTo(409);
        assertThat(sameStage.text("/category")).isEqualTo("OBJECT_ALREADY_EXISTS");
        assertThat(sameStage.text("/subCategory")).isEqualTo("PipelineError.STAGE_ID_EXISTS_IN_ANOTHER_PIPELINE");
        assertThat(sameStage.text("/context/stageIds/0")).isEqualTo("[open]");
        assertThat(idOfTickets.status()).isEqualTo(409);
        assertThat(sameLabel.status()).isEqualTo(400);
        assertThat(sameLabel.text("/message")).contains("already exists");
        assertThat(noStages.status()).isEqualTo(400);
        assertThat(noStages.body().has("category")).isFalse();
        assertThat(noLabel.text("/message")).endsWith("Some required fields were not set: [label]");
        assertThat(contacts.status()).isEqualTo(400);
        assertThat(client.get("/crm/v3/pipelines/contacts").at("/results")).isEmpty();
        assertThat(client.get("/crm/v3/pipelines/widgets").text("/message"))
                .isEqualTo("Unable to infer object type from: widgets");
    }

    @Test
    void aTicketPipelineNeedsAClosedStage() throws IOException {
        String pipeline = "{\"label\":\"Claims\",\"displayOrder\":1,\"stages\":["
                + "{\"label\":\"New\",\"displayOrder\":0},"
                + "{\"label\":\"Done\",\"displayOrder\":1,\"metadata\":{\"ticketState\":\"CLOSED\"}}]}";

        Reply created = client.post(TICKETS_PIPELINES, pipeline);
        Reply open = client.post(
                TICKETS_PIPELINES, pipeline.replace("CLOSED", "OPEN").replace("Claims", "Open"));
        Reply nonsense = client.post(
                TICKETS_PIPELINES, pipeline.replace("CLOSED", "closed").replace("Claims", "Open"));

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.text("/stages/0/metadata/ticketState")).isEqualTo("OPEN");
        assertThat(open.status()).isEqualTo(400);
        assertThat(open.text("/subCategory")).isEqualTo("PipelineError.MISSING_CLOSED_STAGE");
        assertThat(nonsense.status()).isEqualTo(400);
        assertThat(nonsense.text("/subCategory")).isEqualTo("PipelineError.INVALID_PIPELINE_STAGE_METADATA");
    }

    @Test
    void aPipelineThatDoesNotExistIsAnsweredWithoutABody() throws IOException {
        for (Reply reply : List.of(
                client.get(DEALS + "/nowhere"),
                client.patch(DEALS + "/nowhere", "{\"label\":\"x\"}"),
                client.put(DEALS + "/nowhere", RENEWALS),
                client.get(DEALS + "/nowhere/audit"))) {
            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.raw().body()).isEmpty();
        }
        Reply delete = client.delete(DEALS + "/nowhere");
        assertThat(delete.status()).isEqualTo(404);
        assertThat(delete.text("/category")).isEqualTo("OBJECT_NOT_FOUND");
    }

    @Test
    void updateChangesWhatItNames() throws IOException {
        client.post(DEALS, RENEWALS);

        Reply label = client.patch(DEALS + "/renewals", "{\"label\":\"Extensions\"}");
        Reply order = client.patch(DEALS + "/renewals", "{\"displayOrder\":7}");
        Reply taken = client.patch(DEALS + "/renewals", "{\"label\":\"sales pipeline\"}");
        Reply negative = client.patch(DEALS + "/renewals", "{\"displayOrder\":-1}");
        Reply archived = client.patch(DEALS + "/renewals", "{\"archived\":true}");
        Reply notArchived = client.patch(DEALS + "/renewals", "{\"archived\":false}");

        assertThat(label.status()).isEqualTo(200);
        assertThat(order.text("/label")).isEqualTo("Extensions");
        assertThat(order.at("/displayOrder").asInt()).isEqualTo(7);
        assertThat(labels(order)).containsExactly("Open", "Won");
        assertThat(taken.status()).isEqualTo(400);
        assertThat(negative.status()).isEqualTo(400);
        assertThat(negative.body().has("category")).isFalse();
        assertThat(archived.status()).isEqualTo(400);
        assertThat(notArchived.status()).isEqualTo(400);
    }

    @Test
    void replaceKeepsTheStagesItNames() throws IOException {
        client.post(DEALS, RENEWALS);

        Reply replaced = client.put(
                DEALS + "/renewals",
                "{\"label\":\"New\",\"displayOrder\":2,\"stages\":["
                        + "{\"label\":\"Lost\",\"displayOrder\":1,\"metadata\":{\"probability\":\"0.0\"}},"
                        + "{\"stageId\":\"open\",\"label\":\"Asked\",\"displayOrder\":0}]}");
        Reply taken = client.put(
                DEALS + "/renewals",
                "{\"label\":\"New\",\"displayOrder\":2,\"stages\":["
                        + "{\"stageId\":\"closedwon\",\"label\":\"Lost\",\"metadata\":{\"probability\":\"0.0\"}}]}");

        assertThat(replaced.status()).isEqualTo(200);
        assertThat(replaced.text("/label")).isEqualTo("New");
        assertThat(labels(replaced)).containsExactly("Asked", "Lost");
        assertThat(replaced.text("/stages/0/id")).isEqualTo("open");
        assertThat(replaced.text("/stages/0/metadata/probability")).isEqualTo("0.5");
        assertThat(taken.status()).isEqualTo(400);
        assertThat(taken.body().has("category")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/crm/v3/pipelines/deals/renewals?validateReferencesBeforeDelete=true",
                "/crm/pipelines/2026-03/deals/renewals?validateDealStageUsagesBeforeDelete=true",
                "/crm/pipelines/2026-09/deals/renewals",
                "/crm/pipelines/2026-09/deals/renewals?validateReferencesBeforeDelete=false"
            })
    void aPipelineInUseIsNotDeleted(String path) throws IOException {
        client.post(DEALS, RENEWALS);
        String id = deal("renewals", "open");

        Reply delete = client.delete(path);
        Reply replace = client.put(path, RENEWALS.replace("\"open\"", "\"asked\""));

        for (Reply refused : List.of(delete, replace)) {
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.text("/category")).isEqualTo("VALIDATION_ERROR");
            assertThat(refused.text("/subCategory")).isEqualTo("PipelineError.STAGE_ID_IN_USE");
            assertThat(refused.text("/context/stageIds/0")).isEqualTo("[open]");
            assertThat(refused.text("/context/objectIds/0")).isEqualTo("[" + id + "]");
        }
        crm.archive("deals", id);
        assertThat(client.delete(path).status()).isEqualTo(204);
        assertThat(client.get(DEALS + "/renewals").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {DEALS, "/crm/pipelines/2025-09/deals", "/crm/pipelines/2026-03/deals"})
    void nothingIsValidatedUnlessTheCallAsksForIt(String path) throws IOException {
        client.post(DEALS, RENEWALS);
        deal("renewals", "open");

        assertThat(client.delete(path + "/renewals").status()).isEqualTo(204);
        assertThat(client.get(DEALS).at("/results")).hasSize(1);
        assertThat(client.post(
                                "/crm/v3/objects/deals",
                                "{\"properties\":{\"dealname\":\"d\",\"pipeline\":\"renewals\",\"dealstage\":\"open\"}}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aDeletedPipelineCanBeRestored() throws IOException {
        client.post(DEALS, RENEWALS);
        client.delete(DEALS + "/renewals");

        assertThat(client.patch(DEALS + "/renewals", "{\"label\":\"x\"}").status())
                .isEqualTo(404);
        Reply restored = client.patch(DEALS + "/renewals", "{\"archived\":false}");

        assertThat(restored.status()).isEqualTo(200);
        assertThat(restored.at("/archived").asBoolean(true)).isFalse();
        assertThat(labels(restored)).containsExactly("Open", "Won");
        deal("renewals", "open");
    }

    @Test
    void aRestoredPipelineMustNotBeInTheWayOfANewOne() throws IOException {
        client.post(DEALS, RENEWALS);
        client.delete(DEALS + "/renewals");
        client.post(DEALS, RENEWALS.replace("renewals", "second"));

        assertThat(client.patch(DEALS + "/renewals", "{\"archived\":false}").status())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {DEALS, "/crm/pipelines/2026-03/deals"})
    void theAuditTellsTheNewestChangeFirst(String path) throws IOException {
        simulator.clock().stopAt(Instant.parse("2026-01-01T20:00:00Z"));
        client.post(path, RENEWALS);
        simulator.clock().advance(Duration.ofSeconds(1));
        client.patch(path + "/renewals", "{\"label\":\"Extensions\"}");
        client.delete(path + "/renewals");

        Reply audit = client.get(path + "/renewals/audit");

        assertThat(audit.status()).isEqualTo(200);
        assertThat(audit.at("/results")).hasSize(3);
        assertThat(audit.text("/results/0/action")).isEqualTo("DELETE");
        assertThat(audit.text("/results/1/action")).isEqualTo("UPDATE");
        assertThat(audit.text("/results/1/rawObject/label")).isEqualTo("Extensions");
        assertThat(audit.text("/results/1/timestamp")).isEqualTo("2026-01-01T20:00:01Z");
        assertThat(audit.text("/results/2/action")).isEqualTo("CREATE");
        assertThat(audit.text("/results/2/identifier")).isEqualTo("renewals");
        assertThat(audit.at("/results/2/portalId").asLong())
                .isEqualTo(simulator.settings().portalId());
        assertThat(audit.at("/results/2/fromUserId").isNumber()).isTrue();
        assertThat(audit.text("/results/2/message")).isNotEmpty();
        assertThat(audit.at("/results/2/rawObject/stages")).hasSize(2);
        assertThat(client.get(path + "/default/audit").at("/results")).isEmpty();
    }

    @Test
    void theFirstPipelineOfACustomObjectGivesItsRecordsTheProperties() throws IOException {
        ObjectType boats = crm.defineObjectType("boats");
        String path = "/crm/v3/pipelines/" + boats.id();
        assertThat(client.get(path).at("/results")).isEmpty();

        Reply created = client.post(
                path,
                "{\"label\":\"Repairs\",\"stages\":[{\"stageId\":\"dock\",\"label\":\"Dock\"},"
                        + "{\"stageId\":\"sea\",\"label\":\"Sea\",\"metadata\":{\"state\":\"CLOSED\"}}]}");

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.text("/stages/0/metadata/state")).isEqualTo("OPEN");
        assertThat(created.text("/stages/1/metadata/isClosed")).isEqualTo("true");
        String objects = "/crm/v3/objects/" + boats.id();
        Reply boat = client.post(objects, "{\"properties\":{\"hs_pipeline_stage\":\"dock\"}}");
        assertThat(boat.text("/properties/hs_pipeline")).isEqualTo(created.text("/id"));
        assertThat(client.post(objects, "{\"properties\":{\"hs_pipeline_stage\":\"harbour\"}}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aTestCanDefineAPipelineAndAResetRemovesIt() throws IOException {
        crm.definePipeline(
                "deals", "renewals", "Renewals", StageInput.of("open", "Open", Map.of("probability", "0.5")));
        assertThat(client.get(DEALS + "/renewals").text("/stages/0/id")).isEqualTo("open");

        crm.reset();

        assertThat(client.get(DEALS + "/renewals").status()).isEqualTo(404);
        assertThat(client.get(DEALS).at("/results")).hasSize(1);
    }

    @Test
    void thereIsAnEndToStagesAndPipelines() throws IOException {
        StageInput[] stages = new StageInput[31];
        for (int i = 0; i < stages.length; i++) {
            stages[i] = StageInput.of("s" + i, "Stage " + i, Map.of());
        }
        crm.definePipeline("orders", "first", "First", Arrays.copyOf(stages, 30));

        Reply stage = client.post("/crm/v3/pipelines/orders/first/stages", "{\"label\":\"One more\"}");
        for (int i = 1; i < 100; i++) {
            crm.definePipeline("orders", "p" + i, "P" + i, StageInput.of("x" + i, "X", Map.of()));
        }
        Reply pipeline = client.post("/crm/v3/pipelines/orders", "{\"label\":\"Last\",\"stages\":[{\"label\":\"X\"}]}");

        assertThat(stage.status()).isEqualTo(400);
        assertThat(pipeline.status()).isEqualTo(400);
    }

    @Test
    void pipelinesNeedTheScopesOfTheirObjectsDefinitions() throws IOException {
        simulator.settings().withoutScopes("crm.schemas.deals.write");

        assertThat(client.get(DEALS).status()).isEqualTo(200);
        assertThat(client.post(DEALS, RENEWALS).status()).isEqualTo(403);
    }
}
