// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.batch.BatchOutcome;
import io.github.camelhubspot.batch.BatchResult;
import io.github.camelhubspot.batch.OutcomeStatus;
import io.github.camelhubspot.simulator.crm.SimulatedRecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A dry run tells what would become of each record, and writes nothing. */
class DryRunTest extends TogetherTestSupport {

    private static final String COMPANIES = "hubspot:objects/companies?dryRun=true&operation=";
    private static final String REPORT = "&batchFailure=report";

    private SimulatedRecord acme;

    @BeforeEach
    void createOne() {
        defineExternalId();
        acme = simulator()
                .crm()
                .create("companies", Map.of("name", "Acme", "external_id", "C-1", "annualrevenue", "5"));
    }

    /** Whatever a test does. */
    @AfterEach
    void nothingWasWritten() {
        assertThat(calls())
                .allMatch(call -> call.method().equals("GET") || call.path().endsWith("/batch/read"));
        assertThat(simulator().crm().records("companies"))
                .singleElement()
                .extracting(record -> record.property("name"))
                .isEqualTo("Acme");
        assertThat(simulator()
                        .crm()
                        .record("companies", acme.id())
                        .orElseThrow()
                        .updatedAt())
                .isEqualTo(acme.updatedAt());
    }

    private static Map<String, Object> change(Object from, Object to) {
        Map<String, Object> change = new LinkedHashMap<>();
        change.put("from", from);
        change.put("to", to);
        return change;
    }

    private static List<OutcomeStatus> statuses(BatchResult result) {
        return result.outcomes().stream().map(BatchOutcome::status).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"v3", "2026-03", "2026-09"})
    void aBatchOfUpserts(String version) {
        BatchResult result = request(
                COMPANIES + "batchUpsert&idProperty=external_id&apiVersion=" + version + REPORT,
                List.of(
                        Map.of("external_id", "C-1", "name", "New", "annualrevenue", "5.0"),
                        Map.of("external_id", "C-2", "name", "Other"),
                        Map.of("external_id", "C-1", "name", "New", "annualrevenue", 5),
                        Map.of("external_id", "C-3", "nmae", "Wrong")),
                BatchResult.class);

        assertThat(result.dryRun()).isTrue();
        assertThat(result)
                .hasToString("BatchResult[dry run, total=4, " + "{CREATED=1, UPDATED=1, SKIPPED=1, REJECTED=1}]");
        assertThat(statuses(result))
                .containsExactly(
                        OutcomeStatus.UPDATED, OutcomeStatus.CREATED, OutcomeStatus.SKIPPED, OutcomeStatus.REJECTED);
        assertThat(result.outcomes().get(0).record())
                .isEqualTo(Map.of(
                        "id", acme.id(), "action", "update", "properties", Map.of("name", change("Acme", "New"))));
        assertThat(result.outcomes().get(1).record())
                .isEqualTo(Map.of(
                        "action",
                        "create",
                        "properties",
                        Map.of("external_id", change(null, "C-2"), "name", change(null, "Other"))));
        assertThat(result.outcomes().get(2).record())
                .isEqualTo(Map.of("id", acme.id(), "action", "none", "properties", Map.of()));
        assertThat(result.outcomes().get(3).error().codes()).containsExactly("PROPERTY_DOESNT_EXIST");
    }

    @Test
    void aBatchOfUpdatesByRecordIdAndByUniqueProperty() {
        BatchResult byId = request(
                COMPANIES + "batchUpdate" + REPORT,
                List.of(
                        Map.of("hs_object_id", acme.id(), "name", "New"),
                        Map.of("hs_object_id", "999999", "name", "Nobody"),
                        Map.of("hs_object_id", acme.id())),
                BatchResult.class);
        assertThat(statuses(byId))
                .containsExactly(OutcomeStatus.UPDATED, OutcomeStatus.NOT_FOUND, OutcomeStatus.SKIPPED);
        assertThat(byId.failed()).isEqualTo(1);

        BatchResult byProperty = request(
                COMPANIES + "batchUpdate&idProperty=external_id" + REPORT,
                List.of(
                        Map.of("external_id", "C-1", "name", ""),
                        Map.of("external_id", "C-9", "name", "Nobody"),
                        Map.of("properties", Map.of("external_id", "C-1", "name", ""))),
                BatchResult.class);
        assertThat(statuses(byProperty))
                .containsExactly(OutcomeStatus.SKIPPED, OutcomeStatus.NOT_FOUND, OutcomeStatus.UPDATED);
        assertThat(byProperty.outcomes().get(2).record())
                .isEqualTo(Map.of(
                        "id", acme.id(), "action", "update", "properties", Map.of("name", change("Acme", null))));
    }

    @Test
    void aBatchOfCreatesThatMayConflict() {
        List<Map<String, String>> records =
                List.of(Map.of("external_id", "C-1", "name", "New"), Map.of("external_id", "C-2", "name", "Other"));
        String uri = COMPANIES + "batchCreate&idProperty=external_id" + REPORT + "&onConflict=";

        BatchResult fail = request(uri + "fail", records, BatchResult.class);
        assertThat(statuses(fail)).containsExactly(OutcomeStatus.REJECTED, OutcomeStatus.CREATED);
        assertThat(fail.outcomes().get(0).error().conflict()).isTrue();
        assertThat(statuses(request(uri + "skip", records, BatchResult.class)))
                .containsExactly(OutcomeStatus.SKIPPED, OutcomeStatus.CREATED);
        BatchResult update = request(uri + "update", records, BatchResult.class);
        assertThat(statuses(update)).containsExactly(OutcomeStatus.UPDATED, OutcomeStatus.CREATED);
        assertThat(update.outcomes().get(0).record())
                .isEqualTo(Map.of(
                        "id", acme.id(), "action", "update", "properties", Map.of("name", change("Acme", "New"))));
    }

    @Test
    void inputsAreComparedWithWhatThoseBeforeThemWouldWrite() {
        BatchResult upserts = request(
                COMPANIES + "batchUpsert&idProperty=external_id" + REPORT,
                List.of(
                        Map.of("external_id", "c-2", "name", "First"),
                        Map.of("external_id", "C-1", "name", "Second"),
                        Map.of("external_id", "C-2", "name", "Third"),
                        Map.of("external_id", "C-1", "name", "Acme")),
                BatchResult.class);
        assertThat(statuses(upserts))
                .containsExactly(
                        OutcomeStatus.CREATED, OutcomeStatus.UPDATED, OutcomeStatus.UPDATED, OutcomeStatus.UPDATED);
        assertThat(((Map<?, ?>) upserts.outcomes().get(2).record()).get("properties"))
                .isEqualTo(Map.of("name", change("First", "Third"), "external_id", change("c-2", "C-2")));
        assertThat(((Map<?, ?>) upserts.outcomes().get(3).record()).get("properties"))
                .isEqualTo(Map.of("name", change("Second", "Acme")));

        BatchResult creates = request(
                "hubspot:objects/contacts?operation=batchCreate&dryRun=true" + REPORT,
                List.of(Map.of("email", "ann@example.com"), Map.of("email", "Ann@example.com")),
                BatchResult.class);
        assertThat(statuses(creates)).containsExactly(OutcomeStatus.CREATED, OutcomeStatus.REJECTED);
        assertThat(creates.outcomes().get(1).error().message())
                .contains("email")
                .doesNotContain("example.com");
    }

    @Test
    void contactsConflictByTheirEmailAddress() {
        simulator().crm().create("contacts", Map.of("email", "ann@example.com", "firstname", "Ann"));

        BatchResult result = request(
                "hubspot:objects/contacts?operation=batchCreate&dryRun=true&onConflict=update" + REPORT,
                List.of(
                        Map.of("email", "Ann@example.com", "firstname", "Ann"),
                        Map.of("email", "bob@example.com"),
                        Map.of("firstname", "Carl")),
                BatchResult.class);

        assertThat(statuses(result))
                .containsExactly(OutcomeStatus.SKIPPED, OutcomeStatus.CREATED, OutcomeStatus.CREATED);
        assertThat(simulator().crm().records("contacts")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void oneRecordGivesAReport(boolean microBatch) {
        String more = microBatch ? "&microBatch=true&microBatchSize=1" : "";

        Exchange update = send(COMPANIES + "update&objectId=" + acme.id() + more, Map.of("name", "New"));
        assertThat(update.getException()).isNull();
        assertThat(update.getMessage().getBody())
                .isEqualTo(Map.of(
                        "id", acme.id(), "action", "update", "properties", Map.of("name", change("Acme", "New"))));
        assertThat(update.getMessage().getHeader(HubSpotConstants.OUTCOME)).isEqualTo(OutcomeStatus.UPDATED);
        assertThat(update.getMessage().getHeader(HubSpotConstants.RESULT_ID)).isEqualTo(acme.id());
        assertThat(update.getMessage().getHeader(HubSpotConstants.DRY_RUN)).isEqualTo(true);

        assertThat(outcome("update&idProperty=external_id" + more, "C-1", "Acme"))
                .isEqualTo(OutcomeStatus.SKIPPED);
        assertThat(outcome("upsert&idProperty=external_id" + more, "C-1", "New"))
                .isEqualTo(OutcomeStatus.UPDATED);
        assertThat(outcome("upsert&idProperty=external_id" + more, "C-2", "New"))
                .isEqualTo(OutcomeStatus.CREATED);
        assertThat(outcome("create" + more, "C-2", "New")).isEqualTo(OutcomeStatus.CREATED);
        assertThat(outcome("create&idProperty=external_id&onConflict=skip" + more, "C-1", "New"))
                .isEqualTo(OutcomeStatus.SKIPPED);
        assertThat(outcome("create&idProperty=external_id&onConflict=update" + more, "C-1", "New"))
                .isEqualTo(OutcomeStatus.UPDATED);
    }

    private Object outcome(String operation, String externalId, String name) {
        Exchange exchange = send(COMPANIES + operation, Map.of("external_id", externalId, "name", name));
        assertThat(exchange.getException()).isNull();
        Map<?, ?> report = exchange.getMessage().getBody(Map.class);
        assertThat(report.containsKey("action") && report.containsKey("properties"))
                .isTrue();
        return exchange.getMessage().getHeader(HubSpotConstants.OUTCOME);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatWouldFailFails(boolean microBatch) {
        String more = microBatch ? "&microBatch=true&microBatchSize=1" : "";

        assertThat(send(COMPANIES + "update&objectId=999999" + more, Map.of("name", "A"))
                        .getException())
                .isInstanceOf(HubSpotNotFoundException.class);
        assertThat(send(COMPANIES + "create&idProperty=external_id" + more, Map.of("external_id", "C-1"))
                        .getException())
                .isInstanceOf(HubSpotConflictException.class);
        assertThat(send(COMPANIES + "create" + more, Map.of("nmae", "A")).getException())
                .isInstanceOf(HubSpotValidationException.class);
    }

    @Test
    void anUpdateWithNothingToSendIsReportedToo() {
        Exchange exchange = send(COMPANIES + "update&objectId=" + acme.id(), Map.of("name", ""));

        assertThat(exchange.getMessage().getBody()).isEqualTo(Map.of("action", "none", "properties", Map.of()));
        assertThat(exchange.getMessage().getHeader(HubSpotConstants.OUTCOME)).isEqualTo(OutcomeStatus.SKIPPED);
    }

    @Test
    void theReportHasTheShapeThatWasAskedFor() {
        String update = COMPANIES + "update&objectId=" + acme.id() + "&outputType=";

        assertThat(request(update + "json", Map.of("name", "New"), JsonNode.class)
                        .at("/properties/name/to")
                        .asText())
                .isEqualTo("New");
        assertThat(send(update + "string", Map.of("name", "New")).getMessage().getBody())
                .isEqualTo("{\"id\":\"" + acme.id()
                        + "\",\"action\":\"update\",\"properties\":{\"name\":{\"from\":\"Acme\",\"to\":\"New\"}}}");
        assertThat(send(update + "class&outputClass=java.util.Date", Map.of("name", "New"))
                        .getMessage()
                        .getBody())
                .isInstanceOf(Map.class);
    }

    @Test
    void recordsAreCheckedUnlessValidateIsOff() {
        Exchange unchecked = send(COMPANIES + "create&validate=off", Map.of("nmae", "A"));
        assertThat(unchecked.getMessage().getHeader(HubSpotConstants.OUTCOME)).isEqualTo(OutcomeStatus.CREATED);

        Exchange warned = send(COMPANIES + "create&validate=warn", Map.of("nmae", "A"));
        assertThat(warned.getMessage().getHeader(HubSpotConstants.OUTCOME)).isEqualTo(OutcomeStatus.CREATED);
        assertThat((List<?>) warned.getMessage().getHeader(HubSpotConstants.WARNINGS))
                .hasSize(1);
    }

    @Test
    void manyRecordsCostOneReadForEachChunk() {
        List<Map<String, Object>> companies = new ArrayList<>();
        IntStream.range(0, 250).forEach(i -> companies.add(Map.of("external_id", "X-" + i, "name", "Company " + i)));

        BatchResult result = request(
                COMPANIES + "batchUpsert&idProperty=external_id", Stream.of(companies.toArray()), BatchResult.class);

        assertThat(result.count(OutcomeStatus.CREATED)).isEqualTo(250);
        // A stream's successes are not kept, a dry run's neither.
        assertThat(result.outcomes()).isEmpty();
        assertThat(calls()).hasSize(1 + 3);
    }

    @Test
    void aDryRunOfTheWholeComponentRefusesWhatWouldWriteAllTheSame() {
        context.getComponent("hubspot", HubSpotComponent.class)
                .getConfiguration()
                .setDryRun(true);

        for (String uri : List.of(
                "hubspot:objects/companies?operation=archive",
                "hubspot:objects/companies?operation=batchArchive",
                "hubspot:objects/companies?operation=merge",
                "hubspot:associations/companies?operation=batchPut",
                "hubspot:properties/companies?operation=create")) {
            assertThatThrownBy(() -> context.addRoutes(new RouteBuilder() {
                        @Override
                        public void configure() {
                            from("direct:start").to(uri);
                        }
                    }))
                    .hasStackTraceContaining("dryRun");
        }
        Exchange byHeader = send("hubspot:objects/companies", acme.id(), Map.of(HubSpotConstants.OPERATION, "archive"));
        assertThat(byHeader.getException()).hasMessageContaining("dryRun");
        assertThat(send("hubspot:objects/companies?operation=get", acme.id()).getException())
                .isNull();
    }
}
