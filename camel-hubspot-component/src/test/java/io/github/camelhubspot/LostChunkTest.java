// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhubspot.batch.BatchOutcome;
import io.github.camelhubspot.batch.BatchResult;
import io.github.camelhubspot.batch.OutcomeStatus;
import io.github.camelhubspot.client.FailureKind;
import io.github.camelhubspot.simulator.faults.Fault;
import io.github.camelhubspot.simulator.schema.PropertyDefinition;

import static io.github.camelhubspot.batch.OutcomeStatus.AMBIGUOUS;
import static io.github.camelhubspot.batch.OutcomeStatus.CREATED;
import static io.github.camelhubspot.batch.OutcomeStatus.NOT_SENT;
import static io.github.camelhubspot.batch.OutcomeStatus.REJECTED;
import static io.github.camelhubspot.batch.OutcomeStatus.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What became of a chunk of creates whose answer was lost is found out, record by record, by their unique property. */
class LostChunkTest extends SimulatorTestSupport {

    private static final String URI = "hubspot:objects/companies?operation=batchCreate&idProperty=external_id"
            + "&batchFailure=report&maxRetryDelay=10ms";
    private static final String CREATE = "*/batch/create";
    private static final String LOOKUP = "*/batch/read";

    @BeforeEach
    void prepare() {
        defineExternalId();
    }

    static Stream<Consumer<Fault>> losses() {
        return Stream.of(Fault::dropConnection, fault -> fault.answer(504), fault -> fault.html(502));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void theRecordsThatWereCreatedAreFoundTogether(Consumer<Fault> loss) {
        loss.accept(simulator().faults().next().afterApplying());

        BatchResult result = request(URI, companies(100), BatchResult.class);

        assertAllCreated(result, 100);
        assertThat(calls()).hasSize(2);
    }

    @Test
    void theRecordsOfAnAnswerThatWasCutOffAreFound() {
        simulator().faults().next().cutBody(1000);

        assertAllCreated(request(URI, companies(100), BatchResult.class), 100);
    }

    @ParameterizedTest
    @MethodSource("losses")
    void theRecordsThatWereNotCreatedAreSentAgainTogether(Consumer<Fault> loss) {
        loss.accept(simulator().faults().next().beforeApplying());

        assertAllCreated(request(URI, companies(100), BatchResult.class), 100);
        assertThat(calls()).hasSize(3);
    }

    @Test
    void ofAChunkThatWasAppliedInPartTheRestIsSentAgain() {
        simulator().faults().next().dropConnection();
        simulator().clock().advance(Duration.ofMinutes(1));
        List.of(2, 3, 7).forEach(i -> simulator().crm().create("companies", company(i)));
        simulator().clock().advance(Duration.ofMinutes(-1));

        assertAllCreated(request(URI, companies(10), BatchResult.class), 10);

        assertThat(lastCall().bodyJson().path("inputs")).hasSize(7);
    }

    @Test
    void recordsThatNothingFindsStayAmbiguous() {
        simulator().faults().next().afterApplying().answer(504);
        List<Map<String, String>> companies = new ArrayList<>(companies(10));
        companies.set(4, Map.of("name", "Company 4"));

        BatchResult result = request(URI, companies, BatchResult.class);

        assertThat(result.count(CREATED)).isEqualTo(9);
        assertThat(statuses(result).get(4)).isEqualTo(AMBIGUOUS);
        assertThat(simulator().crm().records("companies")).hasSize(10);
    }

    @Test
    void aKeyThatIsNotWrittenFindsNothing() {
        simulator().faults().next().afterApplying().answer(504);

        BatchResult result = request(
                URI,
                List.of(Map.of("id", "C-1", "idProperty", "external_id", "properties", Map.of("name", "A"))),
                BatchResult.class);

        assertThat(statuses(result)).containsExactly(AMBIGUOUS);
        assertThat(simulator().crm().records("companies")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"fail,REJECTED", "skip,SKIPPED", "update,UPDATED"})
    void recordsThatWereThereBeforeAreConflicts(String onConflict, OutcomeStatus status) {
        fiveMinutesAgo(3, 4, 5);
        simulator().faults().next().matching("POST", CREATE).answer(503);

        BatchResult result = request(URI + "&onConflict=" + onConflict, companies(10), BatchResult.class);

        assertThat(result.count(CREATED)).isEqualTo(7);
        assertThat(result.count(status)).isEqualTo(3);
        assertThat(statuses(result).subList(3, 6)).containsOnly(status);
        assertThat(simulator().crm().records("companies")).hasSize(10);
        assertThat(simulator()
                        .crm()
                        .find("companies", "external_id", "C-4")
                        .orElseThrow()
                        .property("name"))
                .isEqualTo(status == UPDATED ? "Company 4" : "Before");
    }

    @ParameterizedTest(name = "HubSpot answers 207: {0}, onConflict={1}")
    @CsvSource({"true,fail", "true,skip", "true,update", "false,fail", "false,skip", "false,update"})
    void conflictsWithWhatALateAttemptCreatedAreNone(boolean partial, String onConflict) {
        simulator().settings().batchCreatePartialSuccess(partial);
        simulator().faults().next().afterApplying().answer(504);
        simulator().faults().next().matching("POST", LOOKUP).answer(200, "{\"status\": \"COMPLETE\", \"results\": []}");

        BatchResult result = request(URI + "&onConflict=" + onConflict, companies(10), BatchResult.class);

        assertAllCreated(result, 10);
        assertThat(calls()).hasSize(4);
    }

    @Test
    void aConflictInAnotherPropertyStaysOne() {
        simulator()
                .crm()
                .defineProperty("companies", PropertyDefinition.string("tax_id").unique());
        simulator().crm().create("companies", Map.of("name", "Before", "tax_id", "T-1"));
        simulator().faults().next().answer(504);

        BatchResult result = request(
                URI,
                List.of(Map.of("external_id", "C-1", "name", "A", "tax_id", "T-1"), company(2)),
                BatchResult.class);

        assertThat(statuses(result)).containsExactly(REJECTED, CREATED);
    }

    @ParameterizedTest(name = "HubSpot's clock is {0} hours ahead")
    @ValueSource(ints = {-7, 7})
    void whoseARecordIsDoesNotDependOnWhatTheLocalClockShows(int hours) {
        simulator().clock().advance(Duration.ofHours(hours));
        fiveMinutesAgo(1);
        simulator().faults().next().matching("POST", CREATE).afterApplying().dropConnection();

        BatchResult result = request(URI, companies(3), BatchResult.class);

        assertThat(statuses(result)).containsExactly(CREATED, REJECTED, CREATED);
    }

    @Test
    void anInputThatTheAnswerDoesNotMentionIsLookedUp() {
        simulator().faults().next().afterApplying().answer(201, "{\"status\": \"COMPLETE\", \"results\": []}");

        assertAllCreated(request(URI, companies(10), BatchResult.class), 10);
        assertThat(calls()).hasSize(2);
    }

    @Test
    void theyAreSentAsOftenAsRetriesAreAllowedAndThenAmbiguous() {
        simulator().faults().always().matching("POST", CREATE).answer(503);

        BatchResult result = request(URI + "&maxRetries=2", companies(10), BatchResult.class);

        assertThat(result.count(AMBIGUOUS)).isEqualTo(10);
        assertThat(result)
                .allSatisfy(outcome -> assertThat(outcome.error().status()).isEqualTo(503));
        assertThat(callsTo("/batch/create")).isEqualTo(3);
        assertThat(callsTo("/batch/read")).isEqualTo(3);
    }

    @Test
    void anAnswerThatNeverMentionsAnInputIsNotAskedForEver() {
        simulator()
                .faults()
                .always()
                .matching("POST", CREATE)
                .answer(200, "{\"status\": \"COMPLETE\", \"results\": []}");

        BatchResult result = request(URI + "&maxRetries=2", companies(10), BatchResult.class);

        assertThat(result.count(AMBIGUOUS)).isEqualTo(10);
        assertThat(callsTo("/batch/create")).isEqualTo(3);
    }

    @Test
    void anOutageEndsTheRunAndWhatWasSentIsAmbiguous() {
        simulator().faults().next().answer(504);
        simulator().faults().always().answer(503);

        BatchResult result = failed(URI + "&maxRetries=1&maxConcurrentCalls=1", companies(350));

        assertThat(result.stopped().orElseThrow().failure().kind()).isEqualTo(FailureKind.UNAVAILABLE);
        assertThat(result.count(AMBIGUOUS)).isEqualTo(100);
        assertThat(result.count(NOT_SENT)).isEqualTo(250);
        assertThat(result.outcomes().get(0).error().status()).isEqualTo(504);
        assertThat(calls()).hasSize(1 + 2);
    }

    @Test
    void threeLostCallsInARowEndTheRun() {
        simulator().faults().always().matching("POST", CREATE).answer(503);

        BatchResult result = failed(URI + "&maxRetries=1&maxConcurrentCalls=1", companies(1000));

        assertThat(result.count(AMBIGUOUS)).isEqualTo(300);
        assertThat(result.count(NOT_SENT)).isEqualTo(700);
        assertThat(result.stopped().orElseThrow().reason()).contains("lost");
    }

    @Test
    void aLookupThatIsRefusedLeavesThemAmbiguous() {
        simulator().faults().next().afterApplying().answer(504);

        BatchResult result = request(
                "hubspot:objects/companies?operation=batchCreate&idProperty=name&batchFailure=report",
                companies(10),
                BatchResult.class);

        assertThat(result.count(AMBIGUOUS)).isEqualTo(10);
        assertThat(result)
                .allSatisfy(outcome -> assertThat(outcome.error().status()).isEqualTo(504));
        assertThat(result.stopped()).isEmpty();
        assertThat(calls()).hasSize(2);
    }

    @Test
    void aLookupThatFailsOnceIsRepeated() {
        simulator().faults().next().afterApplying().answer(504);
        simulator().faults().next().matching("POST", LOOKUP).dropConnection();

        assertAllCreated(request(URI, companies(10), BatchResult.class), 10);
    }

    @Test
    void aBadRecordAmongThoseThatAreSentAgainIsIsolated() {
        simulator().settings().batchCreatePartialSuccess(false);
        simulator().faults().next().answer(504);
        List<Map<String, String>> companies = new ArrayList<>(companies(10));
        companies.set(4, Map.of("name", "Company 4", "external_id", "C-4", "numberofemployees", "many"));

        BatchResult result = request(URI, companies, BatchResult.class);

        assertThat(result.count(CREATED)).isEqualTo(9);
        assertThat(statuses(result).get(4)).isEqualTo(REJECTED);
    }

    @Test
    void aRunThatEndsMeanwhileDoesNotSayThatALostRecordWasNotSent() {
        simulator().faults().next().answer(504);
        simulator().faults().next().matching("POST", CREATE).rateLimited("DAILY");

        BatchResult result = failed(URI, companies(10));

        assertThat(result.stopped().orElseThrow().failure().kind()).isEqualTo(FailureKind.DAILY_LIMIT);
        assertThat(result.count(AMBIGUOUS)).isEqualTo(10);
    }

    @Test
    void aStopDoesNotSayThatALostRecordWasNotSent() throws Exception {
        simulator().faults().next().answer(504, "{}", Map.of("Retry-After", "30"));
        CompletableFuture<Exchange> sent = template.asyncSend(
                URI.replace("10ms", "60s"), exchange -> exchange.getMessage().setBody(companies(10)));
        await().until(() -> callsTo("/batch/read") == 1 && simulator().inFlight() == 0);

        context.stop();

        BatchResult result =
                ((HubSpotBatchException) sent.get(20, TimeUnit.SECONDS).getException()).getResult();
        assertThat(result.count(AMBIGUOUS)).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16})
    void recordsWithTheSameKeyKeepTheirOrder(int calls) {
        List<Map<String, String>> companies = new ArrayList<>();
        IntStream.range(0, 300)
                .forEach(i -> companies.add(Map.of("external_id", "C-" + i % 50, "name", "Company " + i)));
        IntStream.range(0, 5).forEach(i -> {
            simulator().faults().next().matching("POST", CREATE).answer(504);
            simulator().faults().next().matching("POST", CREATE).afterApplying().dropConnection();
        });

        BatchResult result =
                request(URI + "&onConflict=update&maxConcurrentCalls=" + calls, companies, BatchResult.class);

        assertThat(result.count(CREATED)).isEqualTo(50);
        assertThat(result.count(UPDATED)).isEqualTo(250);
        assertThat(simulator().crm().records("companies")).hasSize(50).allSatisfy(company -> assertThat(
                        company.property("name"))
                .isEqualTo("Company "
                        + (250
                                + Integer.parseInt(
                                        company.property("external_id").substring(2)))));
    }

    @Test
    void aThousandRecordsAmongLostAnswersAreCreatedOnce() {
        for (int i = 0; i < 4; i++) {
            simulator().faults().next().matching("POST", CREATE).dropConnection();
            simulator().faults().next().matching("POST", CREATE).afterApplying().answer(502);
            simulator().faults().next().matching("POST", CREATE).cutBody(50);
            simulator().faults().next().matching("POST", LOOKUP).answer(503);
            simulator().faults().next().matching("POST", CREATE).rateLimited("TEN_SECONDLY_ROLLING");
        }

        assertAllCreated(request(URI, companies(1000), BatchResult.class), 1000);
        assertThat(simulator().faults().isUsedUp()).isTrue();
    }

    private void assertAllCreated(BatchResult result, int count) {
        assertThat(result.count(CREATED)).isEqualTo(count);
        assertThat(simulator().crm().records("companies")).hasSize(count);
        Map<String, String> idByKey = new HashMap<>();
        simulator()
                .crm()
                .records("companies")
                .forEach(record -> idByKey.put(record.property("external_id"), record.id()));
        assertThat(result.outcomes()).hasSize(count).allSatisfy(outcome -> {
            Map<?, ?> record = (Map<?, ?>) outcome.record();
            assertThat(record.get("id")).isEqualTo(idByKey.get(outcome.key()));
            assertThat(((Map<?, ?>) record.get("properties")).get("name")).isEqualTo("Company " + outcome.index());
        });
    }

    private void fiveMinutesAgo(int... numbers) {
        simulator().clock().advance(Duration.ofMinutes(-5));
        IntStream.of(numbers).forEach(i -> simulator().crm().create("companies", before(i)));
        simulator().clock().advance(Duration.ofMinutes(5));
    }

    private BatchResult failed(String uri, Object body) {
        Exchange exchange = send(uri, body);
        assertThat(exchange.getException()).isInstanceOf(HubSpotBatchException.class);
        return ((HubSpotBatchException) exchange.getException()).getResult();
    }

    private static List<OutcomeStatus> statuses(BatchResult result) {
        return result.outcomes().stream().map(BatchOutcome::status).toList();
    }

    private long callsTo(String end) {
        return calls().stream().filter(call -> call.path().endsWith(end)).count();
    }

    private static Map<String, String> company(int number) {
        return Map.of("name", "Company " + number, "external_id", "C-" + number);
    }

    private static Map<String, String> before(int number) {
        return Map.of("name", "Before", "external_id", "C-" + number);
    }

    private static List<Map<String, String>> companies(int count) {
        return IntStream.range(0, count).mapToObj(LostChunkTest::company).toList();
    }
}
