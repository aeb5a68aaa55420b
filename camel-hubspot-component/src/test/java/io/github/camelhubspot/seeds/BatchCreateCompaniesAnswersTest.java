// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.seeds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.HubSpotBatchException;
import io.github.camelhubspot.batch.BatchOutcome;
import io.github.camelhubspot.batch.BatchResult;
import io.github.camelhubspot.batch.OutcomeStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

/** Seed page 003: what the answer may hold besides the page's example. */
class BatchCreateCompaniesAnswersTest extends SeedTestSupport {

    private static final String BATCH_CREATE = "hubspot:objects/companies?operation=batchCreate";

    private static Map<String, Object> company(String name, String traceId) {
        return Map.of("properties", Map.of("name", name), "objectWriteTraceId", traceId);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CANCELED", "COMPLETE", "PENDING", "PROCESSING"})
    void noStatusChangesAnOutcomeByItself(String status) {
        server.answers(CannedAnswer.json(201, """
                        {
                          "completedAt": "2023-11-07T05:31:57Z",
                          "results": [
                            {
                              "archived": false,
                              "createdAt": "2019-10-30T03:30:17.883Z",
                              "id": "512",
                              "objectWriteTraceId": "row-1",
                              "properties": {"name": "First"},
                              "updatedAt": "2019-12-07T16:50:06.678Z"
                            }
                          ],
                          "startedAt": "2023-11-07T05:31:56Z",
                          "status": "%s",
                          "links": {"self": "https://api.example/status/1", "next": "https://api.example/status/2"},
                          "requestedAt": "2023-11-07T05:31:55.5Z"
                        }
                        """.formatted(status)));

        BatchResult result = call(BATCH_CREATE, List.of(company("First", "row-1")))
                .getMessage()
                .getBody(BatchResult.class);

        assertThat(result.count(OutcomeStatus.CREATED)).isEqualTo(1);
        assertThat(result.succeeded()).isEqualTo(1);
        assertThat(result.failed()).isZero();
        assertThat(result.calls()).singleElement().satisfies(call -> {
            assertThat(call.status()).isEqualTo(status);
            assertThat(call.requestedAt()).isEqualTo("2023-11-07T05:31:55.5Z");
            assertThat(call.startedAt()).isEqualTo("2023-11-07T05:31:56Z");
            assertThat(call.completedAt()).isEqualTo("2023-11-07T05:31:57Z");
            assertThat(call.links())
                    .containsOnly(
                            entry("self", "https://api.example/status/1"),
                            entry("next", "https://api.example/status/2"));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"CANCELED", "COMPLETE", "PENDING", "PROCESSING"})
    void aRecordThatTheAnswerDoesNotMentionIsAmbiguousInEveryStatus(String status) {
        server.answers(CannedAnswer.json(201, """
                        {
                          "completedAt": "2023-11-07T05:31:57Z",
                          "results": [{"id": "512", "objectWriteTraceId": "row-1", "properties": {"name": "First"}}],
                          "startedAt": "2023-11-07T05:31:56Z",
                          "status": "%s"
                        }
                        """.formatted(status)));

        Exception exception = send(
                        BATCH_CREATE, List.of(company("First", "row-1"), company("Second", "row-2")), Map.of())
                .getException();

        assertThat(exception).isInstanceOf(HubSpotBatchException.class);
        BatchResult result = ((HubSpotBatchException) exception).getResult();
        assertThat(result.outcomes())
                .extracting(BatchOutcome::status)
                .containsExactly(OutcomeStatus.CREATED, OutcomeStatus.AMBIGUOUS);
    }

    @Test
    void theOptionalAndUnknownFieldsOfARecordAreGiven() {
        String record = """
                {
                  "archived": true,
                  "archivedAt": "2020-01-02T03:04:05.006Z",
                  "createdAt": "2019-10-30T03:30:17.883Z",
                  "id": "512",
                  "objectWriteTraceId": "row-1",
                  "properties": {"name": "First", "city": null},
                  "propertiesWithHistory": {"name": [{"value": "First", "timestamp": "2019-12-07T16:50:06.678Z"}]},
                  "updatedAt": "2019-12-07T16:50:06.678Z",
                  "url": "https://app.hubspot.com/contacts/62515/record/0-2/512",
                  "comingSoon": [{"a": 1}]
                }
                """;
        server.answers(CannedAnswer.json(
                201, "{\"results\": [" + record + "], \"status\": \"COMPLETE\", \"alsoComingSoon\": {\"b\": [2]}}"));

        BatchResult result = call(BATCH_CREATE, List.of(company("First", "row-1")))
                .getMessage()
                .getBody(BatchResult.class);

        assertThat(result.outcomes().get(0).record()).isEqualTo(Json.map(record));
    }

    @Test
    void answersAreMatchedByTraceIdAndNotByTheirOrder() {
        server.answers(CannedAnswer.json(201, """
                        {
                          "results": [
                            {"id": "13", "objectWriteTraceId": "row-3", "properties": {}},
                            {"id": "11", "objectWriteTraceId": "row-1", "properties": {}},
                            {"id": "12", "objectWriteTraceId": "row-2", "properties": {}}
                          ],
                          "status": "COMPLETE"
                        }
                        """));

        BatchResult result = call(
                        BATCH_CREATE,
                        List.of(company("First", "row-1"), company("Second", "row-2"), company("Third", "row-3")))
                .getMessage()
                .getBody(BatchResult.class);

        assertThat(result.outcomes())
                .extracting(outcome -> ((Map<?, ?>) outcome.record()).get("id"))
                .isEqualTo(List.of("11", "12", "13"));
        assertThat(result.outcomes()).extracting(BatchOutcome::index).containsExactly(0L, 1L, 2L);
    }

    @Test
    void aMultiStatusNamesTheRecordThatWasRefused() {
        server.answers(CannedAnswer.json(207, """
                        {
                          "completedAt": "2023-11-07T05:31:57Z",
                          "results": [{"id": "512", "objectWriteTraceId": "row-1", "properties": {"name": "First"}}],
                          "startedAt": "2023-11-07T05:31:56Z",
                          "status": "COMPLETE",
                          "numErrors": 1,
                          "errors": [
                            {
                              "status": "error",
                              "category": "VALIDATION_ERROR",
                              "message": "Property values were not valid",
                              "context": {"objectWriteTraceId": ["row-2"]},
                              "errors": [],
                              "links": {}
                            }
                          ]
                        }
                        """));

        Exception exception = send(
                        BATCH_CREATE, List.of(company("First", "row-1"), company("Second", "row-2")), Map.of())
                .getException();

        assertThat(exception).isInstanceOf(HubSpotBatchException.class);
        BatchResult result = ((HubSpotBatchException) exception).getResult();
        assertThat(result.outcomes())
                .extracting(BatchOutcome::status)
                .containsExactly(OutcomeStatus.CREATED, OutcomeStatus.REJECTED);
        assertThat(result.outcomes().get(1).error().category()).isEqualTo("VALIDATION_ERROR");
        assertThat(result.outcomes().get(1).error().message()).isEqualTo("Property values were not valid");
        assertThat(result.calls()).singleElement().satisfies(call -> {
            assertThat(call.httpStatus()).isEqualTo(207);
            assertThat(call.numErrors()).isEqualTo(1);
        });
    }

    @Test
    void theShapeOfTheRecordsIsAnOption() {
        String record = "{\"id\": \"512\", \"objectWriteTraceId\": \"row-1\", \"properties\": {\"name\": \"First\"}}";
        Map<String, Object> shapes = new LinkedHashMap<>();
        for (String shape : List.of("map", "json", "string")) {
            server.answers(CannedAnswer.json(201, "{\"results\": [" + record + "], \"status\": \"COMPLETE\"}"));
            BatchResult result = call(BATCH_CREATE + "&outputType=" + shape, List.of(company("First", "row-1")))
                    .getMessage()
                    .getBody(BatchResult.class);
            shapes.put(shape, result.outcomes().get(0).record());
        }

        assertThat(shapes.get("map")).isEqualTo(Json.map(record));
        assertThat(shapes.get("json")).isInstanceOf(JsonNode.class).isEqualTo(Json.tree(record));
        assertThat(shapes.get("string")).isInstanceOf(String.class);
        assertThat(Json.tree((String) shapes.get("string"))).isEqualTo(Json.tree(record));
    }

    /** What a route may ask for with {@code outputType=class}. */
    public record Company(String id, Map<String, String> properties) {}

    @Test
    void theRecordsMayBeOfAClass() {
        server.answers(CannedAnswer.json(
                201, "{\"results\": [{\"id\": \"512\", \"archived\": false, \"properties\": {\"name\": \"First\"}}]}"));

        BatchResult result = call(
                        BATCH_CREATE + "&outputType=class&outputClass=" + Company.class.getName(),
                        List.of(company("First", "row-1")))
                .getMessage()
                .getBody(BatchResult.class);

        assertThat(result.outcomes().get(0).record()).isEqualTo(new Company("512", Map.of("name", "First")));
    }

    @Test
    void everyCallOfALongBatchIsGiven() {
        List<Map<String, Object>> companies = new ArrayList<>();
        for (int chunk = 0; chunk < 2; chunk++) {
            StringBuilder results = new StringBuilder();
            for (int i = 0; i < 100; i++) {
                String traceId = "row-" + (chunk * 100 + i);
                companies.add(company("Company " + traceId, traceId));
                results.append(i == 0 ? "" : ",")
                        .append("{\"id\": \"%s\", \"objectWriteTraceId\": \"%s\"}"
                                .formatted(1000 + chunk * 100 + i, traceId));
            }
            server.answers(CannedAnswer.json(
                    201,
                    "{\"results\": [" + results
                            + "], \"status\": \"COMPLETE\", \"startedAt\": \"2023-11-07T05:31:56Z\"}"));
        }

        BatchResult result = call(BATCH_CREATE + "&maxConcurrentCalls=1", companies)
                .getMessage()
                .getBody(BatchResult.class);

        assertThat(server.requests()).hasSize(2);
        assertThat(result.count(OutcomeStatus.CREATED)).isEqualTo(200);
        assertThat(result.calls()).hasSize(2).allSatisfy(call -> {
            assertThat(call.status()).isEqualTo("COMPLETE");
            assertThat(call.startedAt()).isEqualTo("2023-11-07T05:31:56Z");
        });
    }
}
