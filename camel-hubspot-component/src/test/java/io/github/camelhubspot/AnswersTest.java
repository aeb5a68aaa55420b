// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhubspot.batch.BatchOutcome;
import io.github.camelhubspot.batch.BatchResult;
import io.github.camelhubspot.batch.OutcomeStatus;

import static org.assertj.core.api.Assertions.assertThat;

/** Each result and error of an answer goes to the input that it is about; where that is not known, nothing is guessed. */
class AnswersTest extends SimulatorTestSupport {

    private static final String COMPANIES = "hubspot:objects/companies?batchFailure=report&operation=";
    private static final String CONTACTS = "hubspot:objects/contacts?batchFailure=report&operation=";

    @BeforeEach
    void defineKey() {
        defineExternalId();
    }

    @Test
    void anUpsertThatIsRefusedWithoutANameIsSearchedForTheBadInput() {
        answer("\"results\": [], \"numErrors\": 1, \"errors\": [" + error("VALIDATION_ERROR", "one is bad") + "]");
        List<Map<String, String>> inputs = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            inputs.add(Map.of("name", "C", "external_id", "C-" + i, "numberofemployees", i == 4 ? "many" : "7"));
        }

        BatchResult result = request(COMPANIES + "batchUpsert&idProperty=external_id", inputs, BatchResult.class);

        assertThat(result.count(OutcomeStatus.CREATED)).isEqualTo(9);
        assertThat(statuses(result).get(4)).isEqualTo(OutcomeStatus.REJECTED);
    }

    @Test
    void aRecordIdIsNotTakenForTheKeyOfAnotherInput() {
        answer("\"results\": [{\"id\": \"20\", \"properties\": {}, \"new\": true}], \"numErrors\": 1, \"errors\": ["
                + error("VALIDATION_ERROR", "one is bad") + "]");

        BatchResult result = request(
                COMPANIES + "batchUpsert&idProperty=external_id",
                List.of(Map.of("external_id", "10"), Map.of("external_id", "20")),
                BatchResult.class);

        assertThat(statuses(result)).containsOnly(OutcomeStatus.AMBIGUOUS);
    }

    @Test
    void aSecondErrorOfOneInputIsNotGivenToAnother() {
        answer("\"results\": [{\"id\": \"1\", \"properties\": {}, \"objectWriteTraceId\": \"a\"}], \"numErrors\": 2,"
                + " \"errors\": [" + error("VALIDATION_ERROR", "bad email", "b") + ", "
                + error("VALIDATION_ERROR", "bad phone", "b") + "]");

        BatchResult result = request(
                COMPANIES + "batchCreate",
                List.of(traced("a", "1"), traced("b", "2"), traced("c", "3")),
                BatchResult.class);

        assertThat(statuses(result))
                .containsExactly(OutcomeStatus.CREATED, OutcomeStatus.REJECTED, OutcomeStatus.AMBIGUOUS);
    }

    @Test
    void aConflictThatNamesTwoInputsAndOneRecordIsLookedUp() {
        String first = createCompany("C-1");
        String second = createCompany("C-2");
        String third = createCompany("C-3");
        answer("\"results\": [], \"numErrors\": 1, \"errors\": ["
                + error("CONFLICT", "Company already exists. Existing ID: " + third, "a", "b") + "]");

        BatchResult result = request(
                COMPANIES + "batchCreate&onConflict=update&idProperty=external_id",
                List.of(traced("a", "C-1"), traced("b", "C-2")),
                BatchResult.class);

        assertThat(result.count(OutcomeStatus.UPDATED)).isEqualTo(2);
        assertThat(List.of(nameOf(first), nameOf(second), nameOf(third))).containsExactly("of C-1", "of C-2", "Before");
    }

    @Test
    void aReadFindsNotWhatHubSpotDidNotFindEvenIfItDoesNotSayWhich() {
        answer("\"results\": [{\"id\": \"1\", \"properties\": {}}], \"numErrors\": 1, \"errors\": ["
                + error("OBJECT_NOT_FOUND", "Could not get some CONTACT objects") + "]");

        BatchResult result = request(CONTACTS + "batchGet", List.of("1", "2", "3"), BatchResult.class);

        assertThat(statuses(result))
                .containsExactly(OutcomeStatus.FOUND, OutcomeStatus.NOT_FOUND, OutcomeStatus.NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"second@example.com", " First@example.com "})
    void aContactIsFoundByAnAddressThatIsWrittenOtherwise(String email) {
        String id = simulator()
                .crm()
                .create("contacts", Map.of("email", "first@example.com"))
                .id();
        simulator().faults().next().matching("POST", "*/batch/read").answer(200, """
                {"status": "COMPLETE", "results": [{"id": "%s", "properties": {"email": "first@example.com"}}]}""".formatted(id));

        BatchResult result = request(
                CONTACTS + "batchUpdate&idProperty=email",
                List.of(Map.of("email", email, "firstname", "Ann")),
                BatchResult.class);

        assertThat(statuses(result)).containsExactly(OutcomeStatus.UPDATED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hubspot:objects/contacts?operation=archive&objectId=1",
                "hubspot:associations/contacts?operation=archive&objectId=1&toObjectType=companies&toObjectId=2"
            })
    void whatAnEarlierAttemptRemovedIsNotMissing(String archive) {
        simulator().faults().next().answer(502);
        simulator().faults().next().answer(404);

        Exchange exchange = send(archive, null);

        assertThat(exchange.getException()).isNull();
        assertThat(calls()).hasSize(2);
    }

    @Test
    void linksOfAlternatingTypesShareTheirCalls() {
        String contact = simulator()
                .crm()
                .create("contacts", Map.of("email", "a@example.com"))
                .id();
        List<Map<String, Object>> inputs = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String type = i % 2 == 0 ? "companies" : "tickets";
            Map<String, String> properties =
                    i % 2 == 0 ? Map.of("name", "C" + i) : Map.of("subject", "T" + i, "hs_pipeline_stage", "1");
            String id = simulator().crm().create(type, properties).id();
            inputs.add(Map.of("objectId", contact, "toObjectType", type, "toObjectId", id));
        }

        BatchResult result =
                request("hubspot:associations/contacts?operation=batchPutDefault", inputs, BatchResult.class);

        assertThat(result.count(OutcomeStatus.CREATED)).isEqualTo(20);
        assertThat(calls()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"batchPutDefault", "batchPut"})
    void aLinkIsNotTakenForItsMirrorImage(String operation) {
        String contact = simulator()
                .crm()
                .create("contacts", Map.of("email", "a@example.com"))
                .id();
        String company = createCompany("C-1");
        String uri = "hubspot:associations/contacts?toObjectType=companies&batchFailure=report&operation=" + operation
                + (operation.equals("batchPut") ? "&associationCategory=HUBSPOT_DEFINED&associationTypeId=279" : "");

        BatchResult result = request(
                uri,
                List.of(
                        Map.of("objectId", contact, "toObjectId", company),
                        Map.of("objectId", company, "toObjectId", contact)),
                BatchResult.class);

        assertThat(statuses(result)).containsExactly(OutcomeStatus.CREATED, OutcomeStatus.REJECTED);
    }

    private void answer(String fields) {
        simulator().faults().next().answer(207, "{\"status\": \"COMPLETE\", " + fields + "}");
    }

    private static String error(String category, String message, String... traceIds) {
        String context =
                traceIds.length == 0 ? "{}" : "{\"objectWriteTraceId\": [\"" + String.join("\", \"", traceIds) + "\"]}";
        return "{\"status\": \"error\", \"category\": \"" + category + "\", \"message\": \"" + message
                + "\", \"context\": " + context + "}";
    }

    private static Map<String, Object> traced(String traceId, String key) {
        return Map.of("objectWriteTraceId", traceId, "properties", Map.of("external_id", key, "name", "of " + key));
    }

    private String createCompany(String key) {
        return simulator()
                .crm()
                .create("companies", Map.of("name", "Before", "external_id", key))
                .id();
    }

    private String nameOf(String id) {
        return simulator().crm().record("companies", id).orElseThrow().property("name");
    }

    private static List<OutcomeStatus> statuses(BatchResult result) {
        return result.outcomes().stream().map(BatchOutcome::status).toList();
    }
}
