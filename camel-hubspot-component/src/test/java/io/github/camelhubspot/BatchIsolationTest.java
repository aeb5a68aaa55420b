// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhubspot.batch.BatchOutcome;
import io.github.camelhubspot.batch.BatchResult;
import io.github.camelhubspot.batch.OutcomeStatus;

import static org.assertj.core.api.Assertions.assertThat;

/** A thousand companies of which seven are bad, in four ways: 993 are written, and 7 outcomes name the input and why. */
class BatchIsolationTest extends SimulatorTestSupport {

    private static final String URI =
            "hubspot:objects/companies?operation=%s&idProperty=external_id&batchFailure=report";

    /** The inputs that are bad, and the code that HubSpot has for each. */
    private static final Map<Long, String> BAD = new TreeMap<>(Map.of(
            3L, "PROPERTY_DOESNT_EXIST",
            150L, "INVALID_INTEGER",
            151L, "INVALID_INTEGER",
            499L, "CONFLICTING_UNIQUE_VALUE",
            640L, "MISSING_REQUIRED_PROPERTY",
            700L, "CONFLICTING_UNIQUE_VALUE",
            999L, "PROPERTY_DOESNT_EXIST"));

    @BeforeEach
    void prepare() {
        defineExternalId();
    }

    @ParameterizedTest(name = "HubSpot answers 207: {0}")
    @ValueSource(booleans = {true, false})
    void writesTheGoodOnesAndNamesTheBadOnes(boolean partialSuccess) {
        simulator().settings().batchCreatePartialSuccess(partialSuccess);
        simulator().crm().create("companies", Map.of("name", "There before", "external_id", "C-499"));
        simulator().crm().create("companies", Map.of("name", "There before too", "external_id", "C-700"));

        BatchResult result = request(URI.formatted("batchCreate"), companies(BAD.keySet()), BatchResult.class);

        assertThat(result.total()).isEqualTo(1000);
        assertThat(result.count(OutcomeStatus.CREATED)).isEqualTo(993);
        assertThat(result.count(OutcomeStatus.REJECTED)).isEqualTo(7);
        assertThat(simulator().crm().records("companies")).hasSize(993 + 2);
        assertThat(rejectedCodes(result)).isEqualTo(BAD);
        assertThat(result).allSatisfy(this::correlationIdIsThatOfACall);
        if (partialSuccess) {
            assertThat(calls()).hasSize(10);
        } else {
            assertThat(calls().size() - 10).isLessThanOrEqualTo(14 * BAD.size());
        }
    }

    @Test
    void costsTwoCallsAtMostWhereTheErrorNamesTheRecord() {
        simulator().settings().batchCreatePartialSuccess(false);

        BatchResult result = request(URI.formatted("batchCreate"), companies(List.of(3L)), BatchResult.class);

        assertThat(result.count(OutcomeStatus.CREATED)).isEqualTo(999);
        assertThat(rejectedCodes(result)).containsExactly(Map.entry(3L, "PROPERTY_DOESNT_EXIST"));
        assertThat(calls().size() - 10).isLessThanOrEqualTo(2);
    }

    @Test
    void findsOneBadRecordInAHundredByHalving() {
        simulator().settings().batchCreatePartialSuccess(false);
        List<Map<String, Object>> companies = companies(List.of()).subList(0, 100);
        companies.set(77, Map.of("external_id", "C-77", "name", "Bad", "numberofemployees", "many"));

        BatchResult result = request(URI.formatted("batchCreate"), companies, BatchResult.class);

        assertThat(rejectedCodes(result)).containsExactly(Map.entry(77L, "INVALID_INTEGER"));
        assertThat(calls().size() - 1).isLessThanOrEqualTo(14);
    }

    @ParameterizedTest
    @ValueSource(ints = {2000, 1600})
    void aFaultOfAllRecordsThatHubSpotDoesNotExplainEndsTheRunSoon(int count) {
        List<Map<String, String>> inputs = IntStream.range(0, count)
                .mapToObj(i -> Map.of("name", "Company " + i))
                .toList();

        Exchange exchange = send("hubspot:objects/compnies?operation=batchCreate&batchFailure=report", inputs);

        BatchResult result = ((HubSpotBatchException) exchange.getException()).getResult();
        assertThat(result.stopped().orElseThrow().reason()).contains("3 calls in a row");
        assertThat(result.count(OutcomeStatus.REJECTED)).isEqualTo(300);
        assertThat(result.count(OutcomeStatus.NOT_SENT)).isEqualTo(count - 300);
        // Each of the 16 calls in flight once, and three of them down to single records.
        assertThat(calls()).hasSizeLessThan(16 + 3 * 200);
    }

    @Test
    void badRecordsHereAndThereAreSearchedForInManyChunksAtOnce() {
        simulator().settings().batchCreatePartialSuccess(false);
        simulator().faults().always().delay(Duration.ofMillis(20));
        List<Map<String, Object>> companies = companies(List.of());
        for (int i = 77; i < 1000; i += 100) {
            companies.get(i).put("numberofemployees", "many");
        }

        BatchResult result = request(URI.formatted("batchCreate"), companies, BatchResult.class);

        assertThat(result.count(OutcomeStatus.CREATED)).isEqualTo(990);
        assertThat(calls()).hasSizeLessThanOrEqualTo(10 * (1 + 14));
        List<Integer> searched = calls().stream()
                .map(call -> call.bodyJson().path("inputs"))
                .filter(inputs -> inputs.size() < 100)
                .map(inputs -> Integer.parseInt(inputs.path(0)
                                .path("properties")
                                .path("external_id")
                                .asText()
                                .substring(2))
                        / 100)
                .toList();
        long changes = IntStream.range(1, searched.size())
                .filter(i -> !searched.get(i).equals(searched.get(i - 1)))
                .count();
        assertThat(changes).as("one chunk after the other would be 9").isGreaterThan(30);
    }

    @ParameterizedTest(name = "HubSpot answers 207: {0}")
    @ValueSource(booleans = {true, false})
    void isolatesInUpsertsToo(boolean partial) {
        simulator().settings().batchUpsertPartial(partial);
        List<Map<String, Object>> companies = companies(List.of()).subList(0, 100);
        companies.set(42, Map.of("external_id", "C-42", "name", "Bad", "numberofemployees", "many"));

        BatchResult result = request(URI.formatted("batchUpsert"), companies, BatchResult.class);

        assertThat(result.count(OutcomeStatus.CREATED)).isEqualTo(99);
        assertThat(rejectedCodes(result)).containsExactly(Map.entry(42L, "INVALID_INTEGER"));
    }

    private void correlationIdIsThatOfACall(BatchOutcome outcome) {
        if (outcome.status() == OutcomeStatus.REJECTED) {
            assertThat(calls())
                    .anyMatch(call -> outcome.error().correlationId().equals(call.correlationId())
                            && call.body().contains("C-" + outcome.index() + "\""));
        }
    }

    private static Map<Long, String> rejectedCodes(BatchResult result) {
        Map<Long, String> codes = new TreeMap<>();
        for (BatchOutcome outcome : result) {
            if (outcome.status() == OutcomeStatus.REJECTED) {
                assertThat(outcome.key()).isEqualTo("C-" + outcome.index());
                codes.put(
                        outcome.index(),
                        outcome.error()
                                .codes()
                                .findFirst()
                                .orElse(outcome.error().category()));
            }
        }
        return codes;
    }

    private static List<Map<String, Object>> companies(Iterable<Long> bad) {
        List<Map<String, Object>> companies = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            companies.add(new HashMap<>(Map.of("external_id", "C-" + i, "name", "Company " + i)));
        }
        for (long index : bad) {
            Map<String, Object> company = companies.get((int) index);
            switch (BAD.get(index)) {
                case "PROPERTY_DOESNT_EXIST" -> company.put("favourite_colour", "green");
                case "INVALID_INTEGER" -> company.put("numberofemployees", "many");
                case "MISSING_REQUIRED_PROPERTY" -> company.remove("name");
                default -> assertThat(BAD.get(index)).isEqualTo("CONFLICTING_UNIQUE_VALUE");
            }
        }
        return companies;
    }
}
