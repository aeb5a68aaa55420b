// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhubspot.batch.BatchOutcome;
import io.github.camelhubspot.batch.BatchResult;
import io.github.camelhubspot.batch.OutcomeStatus;
import io.github.camelhubspot.simulator.crm.SimulatedRecord;
import io.github.camelhubspot.simulator.schema.PropertyDefinition;

import static org.assertj.core.api.Assertions.assertThat;

/** Records that would not change cost no write and keep their date of modification. */
class SkipUnchangedTest extends TogetherTestSupport {

    private static final String OPTIONS = "&skipUnchanged=true&batchFailure=report";
    private static final String UPDATE = "hubspot:objects/companies?operation=update&skipUnchanged=true";
    private static final String UPSERT =
            "hubspot:objects/companies?operation=upsert&idProperty=external_id&skipUnchanged=true";
    private static final String BATCH_UPDATE = "hubspot:objects/companies?operation=batchUpdate" + OPTIONS;
    private static final String BATCH_UPSERT =
            "hubspot:objects/companies?operation=batchUpsert&idProperty=external_id" + OPTIONS;

    private SimulatedRecord acme;

    @BeforeEach
    void createOne() {
        defineExternalId();
        define(PropertyDefinition.checkboxes("colours", "red", "green", "blue"));
        define(PropertyDefinition.date("founded_on"));
        define(PropertyDefinition.datetime("seen_at"));
        acme = simulator()
                .crm()
                .create(
                        "companies",
                        Map.of(
                                "name", "Acme",
                                "external_id", "C-1",
                                "annualrevenue", "5",
                                "is_public", "true",
                                "founded_on", "2025-12-31",
                                "seen_at", "2025-12-31T10:00:00Z",
                                "colours", "red;green"));
        simulator().clock().advance(Duration.ofMinutes(1));
    }

    private void define(PropertyDefinition definition) {
        simulator().crm().defineProperty("companies", definition);
    }

    private List<String> writes() {
        return calls().stream()
                .filter(call -> !call.method().equals("GET") && !call.path().endsWith("/batch/read"))
                .map(call -> call.method() + ' ' + call.path())
                .toList();
    }

    private Instant modified() {
        return simulator().crm().record("companies", acme.id()).orElseThrow().updatedAt();
    }

    private static Map<String, Object> envelope(String id, String property, String value) {
        return Map.of("id", id, "properties", Map.of(property, value));
    }

    @ParameterizedTest
    @CsvSource({
        "name,Acme,false",
        "name,acme,true",
        "name,'',true",
        "city,'',false",
        "annualrevenue,5.00,false",
        "annualrevenue,6,true",
        "is_public,true,false",
        "founded_on,1767139200000,false",
        "founded_on,2026-01-01,true",
        "seen_at,1767175200000,false",
        "seen_at,2025-12-31T11:00:00+01:00,false",
        "seen_at,2025-12-31T11:00:00Z,true",
        "colours,green;red,false",
        "colours,;red,false",
        "colours,red,true",
        "colours,;blue,true",
    })
    void valuesAreComparedAsHubSpotStoresThem(String property, String value, boolean changes) {
        Instant before = modified();

        BatchResult result = request(BATCH_UPDATE, List.of(envelope(acme.id(), property, value)), BatchResult.class);

        assertThat(result.outcomes().get(0).status())
                .isEqualTo(changes ? OutcomeStatus.UPDATED : OutcomeStatus.SKIPPED);
        assertThat(writes()).hasSize(changes ? 1 : 0);
        assertThat(modified().equals(before)).isEqualTo(!changes);
    }

    @Test
    void anUpdateOfOneRecordThatWouldNotChangeLeavesTheBody() {
        Map<String, Object> body = Map.of("annualrevenue", 5.0, "name", "Acme");

        Exchange skipped = send(UPDATE, body, Map.of(HubSpotConstants.OBJECT_ID, acme.id()));

        assertThat(skipped.getException()).isNull();
        assertThat(skipped.getMessage().getBody()).isSameAs(body);
        assertThat(skipped.getMessage().getHeader(HubSpotConstants.OUTCOME)).isEqualTo(OutcomeStatus.SKIPPED);
        assertThat(skipped.getMessage().getHeader(HubSpotConstants.RESULT_ID)).isEqualTo(acme.id());
        assertThat(writes()).isEmpty();

        Exchange updated = send(UPDATE, Map.of("name", "New"), Map.of(HubSpotConstants.OBJECT_ID, acme.id()));
        assertThat(updated.getMessage().getHeader(HubSpotConstants.OUTCOME)).isEqualTo(OutcomeStatus.UPDATED);
        assertThat(writes()).containsExactly("PATCH /crm/v3/objects/companies/" + acme.id());
        assertThat(lastCall().bodyJson().path("properties").size()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anUpsertOfOneRecord(boolean microBatch) {
        String uri = UPSERT + (microBatch ? "&microBatch=true&microBatchSize=1" : "");

        assertThat(outcome(uri, "C-1", "Acme")).isEqualTo(OutcomeStatus.SKIPPED);
        assertThat(outcome(uri, "C-1", "New")).isEqualTo(OutcomeStatus.UPDATED);
        assertThat(outcome(uri, "C-2", "Other")).isEqualTo(OutcomeStatus.CREATED);
        assertThat(writes()).hasSize(2);
    }

    private Object outcome(String uri, String externalId, String name) {
        Exchange exchange = send(uri, Map.of("external_id", externalId, "name", name));
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getHeader(HubSpotConstants.OUTCOME);
    }

    @Test
    void messagesThatShareACallAreComparedTogether() throws Exception {
        List<Exchange> exchanges = together(
                UPDATE + "&microBatch=true&microBatchSize=2&microBatchDelay=1h",
                List.of(
                        new Message(Map.of("name", "Acme"), Map.of(HubSpotConstants.OBJECT_ID, acme.id())),
                        new Message(Map.of("name", "None"), Map.of(HubSpotConstants.OBJECT_ID, "999999"))));

        assertThat(exchanges.get(0).getMessage().getHeader(HubSpotConstants.OUTCOME))
                .isEqualTo(OutcomeStatus.SKIPPED);
        assertThat(exchanges.get(0).getMessage().getBody()).isEqualTo(Map.of("name", "Acme"));
        assertThat(exchanges.get(1).getException()).isInstanceOf(HubSpotNotFoundException.class);
    }

    @Test
    void aBatchCostsOneReadForEachChunkAndOnlyWritesWhatChanges() {
        List<Map<String, Object>> companies = new ArrayList<>();
        IntStream.range(0, 250).forEach(i -> companies.add(Map.of("external_id", "X-" + i, "name", "Company " + i)));
        request(BATCH_UPSERT, companies, BatchResult.class);
        simulator().clearCalls();

        BatchResult again = request(BATCH_UPSERT, companies, BatchResult.class);

        assertThat(again.count(OutcomeStatus.SKIPPED)).isEqualTo(250);
        assertThat(writes()).isEmpty();
        assertThat(calls()).hasSize(3);

        companies.set(120, Map.of("external_id", "X-120", "name", "Changed"));
        BatchResult changed = request(BATCH_UPSERT, companies, BatchResult.class);
        assertThat(changed.count(OutcomeStatus.SKIPPED)).isEqualTo(249);
        assertThat(changed.outcomes().get(120).status()).isEqualTo(OutcomeStatus.UPDATED);
        assertThat(writes()).hasSize(1);
    }

    @Test
    void inputsOfOneRecordAreComparedOneAfterTheOther() {
        BatchResult result = request(
                BATCH_UPDATE + "&idProperty=external_id",
                List.of(
                        Map.of("external_id", "C-1", "name", "Acme"),
                        Map.of("external_id", "C-1", "name", "Other"),
                        Map.of("external_id", "C-1", "name", "Other"),
                        Map.of("external_id", "C-1", "name", "Acme")),
                BatchResult.class);

        assertThat(result.outcomes())
                .extracting(BatchOutcome::status)
                .containsExactly(
                        OutcomeStatus.SKIPPED, OutcomeStatus.UPDATED, OutcomeStatus.SKIPPED, OutcomeStatus.UPDATED);
    }

    @Test
    void whatIsNotThereIsNotFoundOrCreated() {
        BatchResult update = request(
                BATCH_UPDATE,
                List.of(envelope(acme.id(), "name", "Acme"), envelope("999999", "name", "Nobody")),
                BatchResult.class);
        assertThat(update.outcomes())
                .extracting(BatchOutcome::status)
                .containsExactly(OutcomeStatus.SKIPPED, OutcomeStatus.NOT_FOUND);

        assertThat(send(UPDATE + "&objectId=999999", Map.of("name", "Nobody")).getException())
                .isInstanceOf(HubSpotNotFoundException.class);
    }

    @Test
    void emailAddressesAreComparedWithoutRegardToCase() {
        simulator().crm().create("contacts", Map.of("email", "ann@example.com", "firstname", "Ann"));

        BatchResult result = request(
                "hubspot:objects/contacts?operation=batchUpsert&idProperty=email" + OPTIONS,
                List.of(Map.of("email", "Ann@Example.com", "firstname", "Ann")),
                BatchResult.class);

        assertThat(result.count(OutcomeStatus.SKIPPED)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"batchCreate", "create"})
    void aConflictThatIsUpdatedIsComparedToo(String operation) {
        String uri = "hubspot:objects/companies?idProperty=external_id&onConflict=update&skipUnchanged=true&operation="
                + operation;
        Instant before = modified();

        Exchange exchange = send(uri, Map.of("external_id", "C-1", "name", "Acme"));

        assertThat(exchange.getException()).isNull();
        if (operation.equals("create")) {
            assertThat(exchange.getMessage().getHeader(HubSpotConstants.OUTCOME))
                    .isEqualTo(OutcomeStatus.SKIPPED);
        } else {
            assertThat(exchange.getMessage().getBody(BatchResult.class).count(OutcomeStatus.SKIPPED))
                    .isEqualTo(1);
        }
        assertThat(modified()).isEqualTo(before);
    }

    @Test
    void withoutTheScopeForPropertiesValuesAreComparedAsTexts() {
        simulator().settings().withoutScopes("crm.schemas.companies.read");

        assertThat(statusOf("annualrevenue", "5")).isEqualTo(OutcomeStatus.SKIPPED);
        assertThat(statusOf("annualrevenue", "5.0")).isEqualTo(OutcomeStatus.UPDATED);
    }

    @Test
    void inDoubtTheRecordIsSent() {
        simulator()
                .faults()
                .always()
                .matching("POST", "/crm/v3/objects/companies/batch/read")
                .answer(400);

        assertThat(statusOf("name", "Acme")).isEqualTo(OutcomeStatus.UPDATED);
        assertThat(send(UPDATE, Map.of("name", "Acme"), Map.of(HubSpotConstants.OBJECT_ID, acme.id()))
                        .getMessage()
                        .getHeader(HubSpotConstants.OUTCOME))
                .isEqualTo(OutcomeStatus.UPDATED);
    }

    private OutcomeStatus statusOf(String property, String value) {
        return request(BATCH_UPDATE, List.of(envelope(acme.id(), property, value)), BatchResult.class)
                .outcomes()
                .get(0)
                .status();
    }
}
