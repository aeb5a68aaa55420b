// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;

import io.github.camelhubspot.batch.BatchOutcome;
import io.github.camelhubspot.batch.BatchResult;
import io.github.camelhubspot.batch.OutcomeStatus;
import io.github.camelhubspot.client.FailureKind;

import static org.assertj.core.api.Assertions.assertThat;

/** How a batch ends, early or not: every input has one outcome, and nothing that failed looks like a success. */
class BatchEndTest extends SimulatorTestSupport {

    private static final String CREATE = "hubspot:objects/companies?operation=batchCreate";

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:broken").process(exchange -> {
                    throw new IllegalStateException("the disk is full");
                });
            }
        };
    }

    @Test
    void aFailedRecordFailsTheExchangeAndLeavesTheBody() {
        List<Map<String, Object>> companies = List.of(Map.of("name", "Good"), Map.of("unknown", "Bad"));

        Exchange exchange = send(CREATE, companies);

        HubSpotBatchException exception = (HubSpotBatchException) exchange.getException();
        assertThat(exception).hasMessageContaining("1 of 2 inputs failed").hasMessageContaining("input 1 REJECTED");
        assertThat(exception.getResult().count(OutcomeStatus.CREATED)).isEqualTo(1);
        assertThat(exchange.getProperty(HubSpotConstants.BATCH_RESULT)).isSameAs(exception.getResult());
        assertThat(exchange.getMessage().getBody()).isSameAs(companies);
        assertThat(exchange.getMessage().getHeader(HubSpotConstants.SUCCEEDED)).isEqualTo(1L);
        assertThat(exchange.getMessage().getHeader(HubSpotConstants.FAILED)).isEqualTo(1L);
    }

    @Test
    void aRefusedTokenEndsTheRunAndTheRestIsNotSent() {
        simulator().settings().accessToken("another token");

        BatchResult result = failed(CREATE + "&batchFailure=report&maxConcurrentCalls=1", companies(350));

        assertThat(result.total()).isEqualTo(350);
        assertThat(result.count(OutcomeStatus.NOT_SENT)).isEqualTo(350);
        assertThat(result.outcomes())
                .hasSize(350)
                .allSatisfy(outcome -> assertThat(outcome.error().status()).isEqualTo(401));
        assertThat(result.stopped().orElseThrow().failure().kind()).isEqualTo(FailureKind.AUTHENTICATION);
        assertThat(calls()).hasSize(1);
    }

    @Test
    void aMissingScopeEndsTheRun() {
        simulator().settings().withoutScopes("crm.objects.companies.write");

        BatchResult result = failed(CREATE, companies(10));

        assertThat(result.stopped().orElseThrow().failure().kind()).isEqualTo(FailureKind.MISSING_SCOPE);
        assertThat(result.count(OutcomeStatus.NOT_SENT)).isEqualTo(10);
    }

    @Test
    void theDailyLimitEndsTheRunWithoutARetry() {
        simulator().faults().next().rateLimited("DAILY");

        BatchResult result = failed(CREATE, companies(10));

        assertThat(result.stopped().orElseThrow().failure().kind()).isEqualTo(FailureKind.DAILY_LIMIT);
        assertThat(result.count(OutcomeStatus.NOT_SENT)).isEqualTo(10);
        assertThat(calls()).hasSize(1);
    }

    @Test
    void threeCallsInARowRefusedWholeEndTheRun() {
        List<Map<String, Object>> hopeless = new ArrayList<>();
        IntStream.range(0, 1000).forEach(i -> hopeless.add(Map.of("misspelt", "Company " + i)));

        BatchResult result = failed(CREATE + "&batchFailure=report&maxConcurrentCalls=1", hopeless);

        assertThat(result.total()).isEqualTo(1000);
        assertThat(result.count(OutcomeStatus.REJECTED)).isEqualTo(300);
        assertThat(result.count(OutcomeStatus.NOT_SENT)).isEqualTo(700);
        assertThat(calls()).hasSize(3);
    }

    @Test
    void aTruncatedStreamSaysWhereTheReadingStopped() {
        String json = "{\"name\":\"A\"}\n{\"name\":\"B\"}\n{\"name\":\"C";

        BatchResult result = failed(
                CREATE + "&batchFailure=report", new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));

        assertThat(result.total()).isEqualTo(2);
        assertThat(result.stopped().orElseThrow().index()).isEqualTo(2);
        assertThat(result.stopped().orElseThrow().reason()).contains("cannot be read any further");
        assertThat(result.count(OutcomeStatus.CREATED) + result.count(OutcomeStatus.NOT_SENT))
                .isEqualTo(2);
    }

    @Test
    void whatCannotBeARecordIsRejectedWithoutHoldingBackTheOthers() {
        List<Object> inputs = new ArrayList<>(List.of(Map.of("name", "A"), "no record", Map.of("name", "B")));
        inputs.add(Map.of("name", "C", "founded", LocalDateTime.of(2020, 1, 1, 0, 0)));
        inputs.add(null);

        BatchResult result = request(CREATE + "&batchFailure=report", inputs, BatchResult.class);

        assertThat(result.count(OutcomeStatus.CREATED)).isEqualTo(2);
        assertThat(result.count(OutcomeStatus.REJECTED)).isEqualTo(3);
        assertThat(error(result, 3)).contains("'founded'").contains("LocalDateTime");
    }

    @Test
    void moreRejectedThanAllowedEndTheRun() {
        Iterator<Map<String, Object>> inputs = IntStream.range(0, 5000)
                .mapToObj(i -> i % 2 == 0 ? Map.<String, Object>of("name", "C" + i) : Map.<String, Object>of("no", "C"))
                .iterator();

        BatchResult result = failed(CREATE + "&batchFailure=report&maxRejected=60&maxConcurrentCalls=1", inputs);

        assertThat(result.stopped().orElseThrow().reason()).contains("maxRejected");
        assertThat(result.count(OutcomeStatus.REJECTED)).isEqualTo(100);
        assertThat(result.stopped().orElseThrow().index()).isEqualTo(result.total());
    }

    @Test
    void rejectedUriGetsEachFailedInputWithItsErrorInHeaders() throws Exception {
        MockEndpoint rejected = getMockEndpoint("mock:rejected");
        rejected.expectedMessageCount(2);
        List<Map<String, Object>> companies =
                List.of(Map.of("name", "Good"), Map.of("name", "Bad", "numberofemployees", "many"), Map.of("x", "y"));

        Exchange exchange = send(
                CREATE + "&rejectedUri=mock:rejected",
                companies,
                new HashMap<>(Map.of("CamelFileName", "companies.csv")));

        rejected.assertIsSatisfied();
        assertThat(exchange.getException()).isNull();
        Exchange first = rejected.getReceivedExchanges().get(0);
        assertThat(first.getMessage().getBody()).isSameAs(companies.get(1));
        assertThat(first.getMessage().getHeaders())
                .containsEntry(HubSpotConstants.OUTCOME, OutcomeStatus.REJECTED)
                .containsEntry(HubSpotConstants.RECORD_INDEX, 1L)
                .containsEntry(HubSpotConstants.ERROR_CATEGORY, "VALIDATION_ERROR")
                .containsEntry(HubSpotConstants.ERROR_PROPERTIES, "numberofemployees")
                .containsEntry(HubSpotConstants.CORRELATION_ID, lastCall().correlationId())
                .containsEntry("CamelFileName", "companies.csv");
        BatchResult result = exchange.getMessage().getBody(BatchResult.class);
        assertThat(result.failed()).isEqualTo(2);
    }

    @Test
    void withRejectedUriTheFailuresAreKeptUpToTheLimitHoweverManySuccessesThereAre() {
        List<Map<String, Object>> companies = companies(150);
        companies.add(Map.of("x", "y"));
        companies.add(Map.of("x", "y"));

        BatchResult result = request(CREATE + "&rejectedUri=mock:rejected&maxRejected=1", companies, BatchResult.class);

        assertThat(result.count(OutcomeStatus.REJECTED)).isEqualTo(2);
        assertThat(result.outcomes()).hasSize(150 + 1);
    }

    @Test
    void aFinalRefusalOfAnotherKindRejectsEveryRecordOfTheCall() {
        simulator().faults().next().answer(404, "{\"status\":\"error\",\"message\":\"gone\"}");

        BatchResult result = request(CREATE + "&batchFailure=report", companies(2), BatchResult.class);

        assertThat(result.count(OutcomeStatus.REJECTED)).isEqualTo(2);
        assertThat(calls()).hasSize(1);
    }

    @Test
    void aRejectedUriThatFailsFailsTheExchange() {
        Exchange exchange = send(CREATE + "&rejectedUri=direct:broken", List.of(Map.of("x", "y"), Map.of("name", "A")));

        assertThat(exchange.getException())
                .isInstanceOf(HubSpotBatchException.class)
                .hasMessageContaining("rejectedUri")
                .hasRootCauseMessage("the disk is full");
    }

    @Test
    void aStreamKeepsTheFailuresOnlyAndACollectionAll() {
        List<Map<String, Object>> companies = List.of(Map.of("name", "Good"), Map.of("x", "y"));

        BatchResult ofCollection = request(CREATE + "&batchFailure=report", companies, BatchResult.class);
        BatchResult ofStream = request(CREATE + "&batchFailure=report", companies.stream(), BatchResult.class);
        BatchResult asked =
                request(CREATE + "&batchFailure=report&keepOutcomes=all", companies.stream(), BatchResult.class);

        assertThat(ofCollection.outcomes()).hasSize(2);
        assertThat(ofStream.outcomes()).extracting(BatchOutcome::index).containsExactly(1L);
        assertThat(ofStream.total()).isEqualTo(2);
        assertThat(asked.outcomes()).hasSize(2);
    }

    @Test
    void anEmptyBodyOfManyIsASuccessWithoutACall() {
        BatchResult result = request(CREATE, List.of(), BatchResult.class);

        assertThat(result.total()).isZero();
        assertThat(calls()).isEmpty();
    }

    private BatchResult failed(String uri, Object body) {
        Exchange exchange = send(uri, body);
        assertThat(exchange.getException()).isInstanceOf(HubSpotBatchException.class);
        return ((HubSpotBatchException) exchange.getException()).getResult();
    }

    private static String error(BatchResult result, long index) {
        return result.outcomes().stream()
                .filter(outcome -> outcome.index() == index)
                .findFirst()
                .orElseThrow()
                .error()
                .message();
    }

    private static List<Map<String, Object>> companies(int count) {
        List<Map<String, Object>> companies = new ArrayList<>();
        IntStream.range(0, count).forEach(i -> companies.add(Map.of("name", "Company " + i)));
        return companies;
    }
}
