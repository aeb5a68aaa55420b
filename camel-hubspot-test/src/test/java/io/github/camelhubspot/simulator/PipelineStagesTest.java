// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhubspot.simulator.Client.Reply;
import io.github.camelhubspot.simulator.schema.Pipeline;
import io.github.camelhubspot.simulator.schema.PipelineStage;

import static org.assertj.core.api.Assertions.assertThat;

/** The stages of a pipeline over the API. */
class PipelineStagesTest extends SimulatorTest {

    private static final String STAGES = "/crm/v3/pipelines/deals/default/stages";
    private static final String TICKET_STAGES = "/crm/v3/pipelines/tickets/0/stages";

    private static String stage(String id, String label, int order, String probability) {
        return "{\"stageId\":\"" + id + "\",\"label\":\"" + label + "\",\"displayOrder\":" + order
                + ",\"metadata\":{\"probability\":\"" + probability + "\"}}";
    }

    private List<String> ids(String path) throws IOException {
        List<String> ids = new ArrayList<>();
        client.get(path).at("/results").forEach(stage -> ids.add(stage.get("id").asText()));
        return ids;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                STAGES,
                "/crm/pipelines/2025-09/deals/default/stages",
                "/crm/pipelines/2026-03/deals/default/stages",
                "/crm/pipelines/2026-09/deals/default/stages"
            })
    void listGetAndCreate(String path) throws IOException {
        assertThat(ids(path)).hasSize(7).contains("contractsent");
        assertThat(client.get(path + "/closedlost").text("/metadata/probability"))
                .isEqualTo("0.0");

        Reply created = client.post(path, stage("legal", "Legal", 20, "0.95"));

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.text("/id")).isEqualTo("legal");
        assertThat(created.at("/displayOrder").asInt()).isEqualTo(20);
        assertThat(created.text("/metadata/isClosed")).isEqualTo("false");
        assertThat(created.at("/writePermissions").isMissingNode()).isEqualTo(path.contains("v3"));
        assertThat(ids(path)).hasSize(8);
        assertThat(crm.create("deals", Map.of("dealname", "d", "dealstage", "legal"))
                        .property("dealstage"))
                .isEqualTo("legal");
    }

    @Test
    void aTakenPlaceMovesTheOthers() throws IOException {
        client.post(STAGES, stage("legal", "Legal", 4, "0.95"));

        assertThat(ids(STAGES).subList(4, 6)).containsExactly("contractsent", "legal");
        assertThat(client.get(STAGES + "/closedlost").at("/displayOrder").asInt())
                .isEqualTo(7);

        client.patch(STAGES + "/legal", "{\"displayOrder\":0}");

        assertThat(ids(STAGES).subList(0, 2)).containsExactly("appointmentscheduled", "legal");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"label\":\"x\"} | must specify probability when writing a dealstage",
                "{\"label\":\"x\",\"metadata\":{\"probability\":null}} | must specify probability when writing a dealstage",
                "{\"label\":\"x\",\"metadata\":{\"probability\":\"1.1\"}} | dealstage probability is not valid, must be between 0.0 and 1.0 (inclusive)",
                "{\"label\":\"x\",\"metadata\":{\"probability\":\"high\"}} | dealstage probability is not valid, must be between 0.0 and 1.0 (inclusive)",
                "{\"label\":\"x\",\"displayOrder\":-1,\"metadata\":{\"probability\":\"1\"}} | Pipeline display order cannot be negative"
            })
    void refusalsWithoutACategory(String body, String message) throws IOException {
        Reply reply = client.post(STAGES, body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("/message")).isEqualTo(message);
        assertThat(reply.body().has("category")).isFalse();
    }

    @Test
    void labelsAndIdsAreUnique() throws IOException {
        client.post(
                "/crm/v3/pipelines/deals",
                "{\"label\":\"Other\",\"stages\":[" + stage("other", "Contract sent", 0, "0.9") + "]}");

        Reply label = client.post(STAGES, stage("x", " contract SENT", 9, "0.9"));
        Reply relabel = client.patch(STAGES + "/closedwon", "{\"label\":\"Closed Lost\"}");
        Reply elsewhere = client.post(STAGES, stage("other", "Another", 9, "0.9"));
        Reply twice = client.post(STAGES, stage("closedwon", "Another", 9, "0.9"));

        for (Reply reply : List.of(label, relabel)) {
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.text("/category")).isEqualTo("VALIDATION_ERROR");
            assertThat(reply.text("/subCategory")).isEqualTo("PipelineError.STAGE_LABEL_EXISTS");
        }
        assertThat(elsewhere.status()).isEqualTo(400);
        assertThat(elsewhere.body().has("category")).isFalse();
        assertThat(twice.status()).isEqualTo(400);
    }

    @Test
    void updateMergesMetadata() throws IOException {
        Reply label = client.patch(STAGES + "/closedwon", "{\"label\":\"Sold\",\"metadata\":{}}");
        Reply reopened =
                client.patch(STAGES + "/closedwon", "{\"metadata\":{\"probability\":0.97,\"isClosed\":\"true\"}}");
        Reply replaced = client.put(STAGES + "/closedwon", stage("ignored", "Won", 5, "1"));

        assertThat(label.status()).isEqualTo(200);
        assertThat(label.text("/metadata/probability")).isEqualTo("1.0");
        assertThat(reopened.text("/label")).isEqualTo("Sold");
        assertThat(reopened.text("/metadata/probability")).isEqualTo("0.97");
        assertThat(reopened.text("/metadata/isClosed")).isEqualTo("false");
        assertThat(replaced.status()).isEqualTo(200);
        assertThat(replaced.text("/id")).isEqualTo("closedwon");
        assertThat(replaced.text("/label")).isEqualTo("Won");
        assertThat(client.put(STAGES + "/closedwon", "{\"displayOrder\":1}").text("/message"))
                .endsWith("Some required fields were not set: [label]");
        assertThat(client.patch(STAGES + "/closedwon", "{\"archived\":true}").status())
                .isEqualTo(400);
    }

    @Test
    void theLastClosedStageOfTicketsStays() throws IOException {
        Reply reopened = client.patch(TICKET_STAGES + "/4", "{\"metadata\":{\"ticketState\":\"OPEN\"}}");
        Reply deleted = client.delete(TICKET_STAGES + "/4");

        for (Reply reply : List.of(reopened, deleted)) {
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.text("/subCategory")).isEqualTo("PipelineError.MISSING_CLOSED_STAGE");
        }
    }

    @Test
    void theLastStageStays() throws IOException {
        client.post(
                "/crm/v3/pipelines/deals",
                "{\"pipelineId\":\"short\",\"label\":\"Short\",\"stages\":[" + stage("only", "Only", 0, "0.9") + "]}");

        Reply reply = client.delete("/crm/v3/pipelines/deals/short/stages/only");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("/message")).isEqualTo("Pipeline must have at least one stage");
        assertThat(reply.body().has("category")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "/crm/v3/pipelines/tickets/0/stages/2?validateReferencesBeforeDelete=true, 400",
        "/crm/v3/pipelines/tickets/0/stages/2?validateDealStageUsagesBeforeDelete=true, 204",
        "/crm/v3/pipelines/tickets/0/stages/2, 204",
        "/crm/pipelines/2025-09/tickets/0/stages/2, 204",
        "/crm/pipelines/2026-03/tickets/0/stages/2, 204",
        "/crm/pipelines/2026-03/tickets/0/stages/2?validateReferencesBeforeDelete=true, 400",
        "/crm/pipelines/2026-09/tickets/0/stages/2, 400",
        "/crm/pipelines/2026-09/tickets/0/stages/3, 204"
    })
    void aStageInUse(String path, int status) throws IOException {
        crm.create("tickets", Map.of("subject", "s", "hs_pipeline_stage", "2"));

        Reply reply = client.delete(path);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.text("/subCategory")).isEqualTo(status == 400 ? "PipelineError.STAGE_ID_IN_USE" : null);
        assertThat(ids(TICKET_STAGES)).hasSize(status == 400 ? 4 : 3);
    }

    @Test
    void whatIsNotThere() throws IOException {
        assertThat(client.delete(STAGES + "/nowhere").status()).isEqualTo(204);
        assertThat(client.delete("/crm/v3/pipelines/deals/nowhere/stages/closedwon")
                        .status())
                .isEqualTo(204);
        assertThat(ids(STAGES)).contains("closedwon");
        Reply list = client.get("/crm/v3/pipelines/deals/nowhere/stages");
        assertThat(list.status()).isEqualTo(404);
        assertThat(list.body().has("message")).isTrue();
        assertThat(list.body().has("category")).isFalse();
        for (Reply reply : List.of(
                client.get(STAGES + "/nowhere"),
                client.patch(STAGES + "/nowhere", "{\"label\":\"x\"}"),
                client.put(STAGES + "/nowhere", stage("x", "x", 0, "1")),
                client.post("/crm/v3/pipelines/deals/nowhere/stages", stage("x", "x", 0, "1")),
                client.get(STAGES + "/nowhere/audit"))) {
            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.raw().body()).isEmpty();
        }
    }

    @Test
    void aDeletedStageCanBeRestored() throws IOException {
        client.delete(STAGES + "/contractsent");
        assertThat(client.post(
                                "/crm/v3/objects/deals",
                                "{\"properties\":{\"dealname\":\"d\",\"dealstage\":\"contractsent\"}}")
                        .status())
                .isEqualTo(400);

        Reply restored = client.patch(STAGES + "/contractsent", "{\"archived\":false}");

        assertThat(restored.status()).isEqualTo(200);
        assertThat(restored.at("/archived").asBoolean(true)).isFalse();
        assertThat(ids(STAGES)).hasSize(7);
        assertThat(ids(STAGES).get(4)).isEqualTo("contractsent");
    }

    @Test
    void stagesOfManyCallersAreAllKept() {
        List<Integer> statuses = IntStream.range(0, 40)
                .parallel()
                .mapToObj(i -> {
                    try {
                        return client.post(STAGES, stage("s" + i, "Stage " + i, 3, "0.5"))
                                .status();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();

        assertThat(statuses).containsOnly(201);
        Pipeline pipeline =
                crm.pipelines().find(crm.types().resolve("deals"), "default").orElseThrow();
        assertThat(pipeline.stages()).hasSize(47);
        assertThat(pipeline.stages().stream().map(PipelineStage::displayOrder)).doesNotHaveDuplicates();
    }

    @Test
    void theAuditOfAStage() throws IOException {
        client.post(STAGES, stage("legal", "Legal", 20, "0.95"));
        client.patch(STAGES + "/legal", "{\"label\":\"Lawyers\"}");
        client.delete(STAGES + "/legal");

        Reply audit = client.get(STAGES + "/legal/audit");

        assertThat(audit.at("/results")).hasSize(3);
        assertThat(audit.text("/results/0/action")).isEqualTo("DELETE");
        assertThat(audit.text("/results/1/rawObject/label")).isEqualTo("Lawyers");
        assertThat(audit.text("/results/2/identifier")).isEqualTo("legal");
        assertThat(audit.text("/results/2/action")).isEqualTo("CREATE");
        assertThat(client.get(STAGES + "/closedwon/audit").at("/results")).isEmpty();
    }
}
