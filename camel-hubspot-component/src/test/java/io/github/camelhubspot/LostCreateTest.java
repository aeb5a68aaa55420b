// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhubspot.batch.OutcomeStatus;
import io.github.camelhubspot.simulator.calls.RecordedCall;
import io.github.camelhubspot.simulator.faults.Fault;

import static org.assertj.core.api.Assertions.assertThat;

/** What became of a single create whose answer was lost is found out by its unique property. */
class LostCreateTest extends SimulatorTestSupport {

    private static final String URI =
            "hubspot:objects/companies?operation=create&idProperty=external_id&maxRetryDelay=10ms";
    private static final String CREATE = "*/companies";
    private static final String LOOKUP = "*/batch/read";
    private static final String NOTHING = "{\"status\": \"COMPLETE\", \"results\": []}";
    private static final Map<String, String> ACME = Map.of("name", "Acme", "external_id", "C-1");

    @BeforeEach
    void prepare() {
        defineExternalId();
    }

    static Stream<Consumer<Fault>> losses() {
        return Stream.of(Fault::dropConnection, fault -> fault.answer(503), fault -> fault.html(502));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void theRecordThatWasCreatedIsFound(Consumer<Fault> loss) {
        loss.accept(simulator().faults().next().afterApplying());

        Exchange exchange = send(URI, ACME);

        assertCreatedOnce(exchange);
        assertThat(calls()).extracting(RecordedCall::path).last().asString().endsWith("/batch/read");
        assertThat(calls()).hasSize(2);
    }

    @Test
    void theRecordOfAnAnswerThatWasCutOffIsFound() {
        simulator().faults().next().cutBody(20);

        assertCreatedOnce(send(URI, ACME));
        assertThat(calls()).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("losses")
    void aRecordThatWasNotCreatedIsSentAgain(Consumer<Fault> loss) {
        loss.accept(simulator().faults().next().beforeApplying());

        assertCreatedOnce(send(URI, ACME));
        assertThat(calls()).hasSize(3);
    }

    @Test
    void nothingFoundMayBeA404() {
        simulator().settings().batchReadAllMissingIs404(true);
        simulator().faults().next().dropConnection();

        assertCreatedOnce(send(URI, ACME));
        assertThat(calls()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"fail,Before,", "skip,Before,SKIPPED", "update,Acme,UPDATED"})
    void aRecordThatWasThereBeforeIsAConflict(String onConflict, String name, OutcomeStatus outcome) {
        String existing = fiveMinutesAgo("companies", Map.of("name", "Before", "external_id", "C-1"));
        simulator().faults().next().matching("POST", CREATE).answer(503);

        Exchange exchange = send(URI + "&onConflict=" + onConflict, ACME);

        if (outcome == null) {
            assertThat(exchange.getException())
                    .isInstanceOf(HubSpotConflictException.class)
                    .hasMessageContaining("external_id");
        } else {
            assertThat(exchange.getException()).isNull();
            assertThat(exchange.getMessage().getHeader(HubSpotConstants.OUTCOME))
                    .isEqualTo(outcome);
            assertThat(exchange.getMessage().getHeader(HubSpotConstants.RESULT_ID))
                    .isEqualTo(existing);
        }
        assertThat(simulator().crm().record("companies", existing).orElseThrow().property("name"))
                .isEqualTo(name);
        assertThat(simulator().crm().records("companies")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fail", "skip", "update"})
    void aConflictWithWhatALateAttemptCreatedIsNone(String onConflict) {
        simulator().faults().next().afterApplying().answer(504);
        simulator().faults().next().matching("POST", LOOKUP).answer(200, NOTHING);

        Exchange exchange = send(URI + "&onConflict=" + onConflict, ACME);

        assertCreatedOnce(exchange);
        assertThat(calls())
                .extracting(RecordedCall::status)
                .as("lost, not found, refused as a conflict, found")
                .containsExactly(504, 200, 400, 200);
        if (!onConflict.equals("fail")) {
            assertThat(exchange.getMessage().getHeader(HubSpotConstants.OUTCOME))
                    .isEqualTo(OutcomeStatus.CREATED);
        }
    }

    @Test
    void aRecordOfAnEarlierMessageIsAConflictHoweverYoungItIs() {
        assertThat(send(URI, ACME).getException()).isNull();
        simulator().faults().next().matching("POST", CREATE).answer(503);

        Exchange exchange = send(URI, Map.of("name", "Another", "external_id", "C-1"));

        // Another endpoint's record of the same second cannot be told from one's own.
        assertThat(exchange.getException()).isInstanceOf(HubSpotConflictException.class);
    }

    @Test
    void itIsSentAsOftenAsRetriesAreAllowedAndThenAmbiguous() {
        simulator().faults().always().matching("POST", CREATE).answer(503);

        Exchange exchange = send(URI + "&maxRetries=2", ACME);

        assertAmbiguous(exchange, 503);
        assertThat(callsTo("/companies")).isEqualTo(3);
        assertThat(callsTo("/batch/read")).isEqualTo(3);
    }

    @Test
    void retriesOfEveryKindCountTogether() {
        simulator().faults().next().matching("POST", CREATE).rateLimited("TEN_SECONDLY_ROLLING");
        simulator().faults().always().matching("POST", CREATE).answer(502);

        assertAmbiguous(send(URI + "&maxRetries=2", ACME), 502);
        assertThat(callsTo("/companies")).isEqualTo(3);
    }

    @Test
    void withoutRetriesItIsLookedUpAllTheSame() {
        simulator().faults().next().afterApplying().dropConnection();

        assertCreatedOnce(send(URI + "&maxRetries=0", ACME));
    }

    @Test
    void aLookupThatFailsLeavesItAmbiguous() {
        simulator().faults().next().afterApplying().answer(504);
        simulator().faults().always().matching("POST", LOOKUP).answer(503);

        assertAmbiguous(send(URI + "&maxRetries=1", ACME), 504);
        assertThat(callsTo("/batch/read")).isEqualTo(2);
    }

    @Test
    void aLookupThatFailsOnceIsRepeated() {
        simulator().faults().next().afterApplying().answer(504);
        simulator().faults().next().matching("POST", LOOKUP).answer(503);

        assertCreatedOnce(send(URI, ACME));
    }

    @Test
    void whatEndsTheRetriesSaysNothingOfTheFirstAttempt() {
        simulator().faults().next().answer(504);
        simulator().faults().next().matching("POST", CREATE).rateLimited("DAILY");

        assertAmbiguous(send(URI, ACME), 504);
    }

    @Test
    void aRefusalOfTheSecondAttemptHoldsForTheFirst() {
        simulator().faults().next().answer(504);

        Exchange exchange =
                send(URI, Map.of("name", "Acme", "external_id", "C-1", "numberofemployees", "a great many"));

        assertThat(exchange.getException()).isInstanceOf(HubSpotValidationException.class);
    }

    @Test
    void aWaitThatIsTooLongIsNotWaitedFor() {
        simulator()
                .faults()
                .next()
                .matching("POST", CREATE)
                .answer(503, "{\"message\": \"Later\"}", Map.of("Retry-After", "3600"));

        assertAmbiguous(send(URI, ACME), 503);
        assertThat(callsTo("/companies")).isEqualTo(1);
    }

    @Test
    void aRecordWithoutAValueOfTheUniquePropertyStaysAmbiguous() {
        simulator().faults().next().afterApplying().answer(504);

        assertAmbiguous(send(URI, Map.of("name", "Acme"), Map.of(HubSpotConstants.OBJECT_ID, "C-1")), 504);
        assertThat(calls()).hasSize(1);
    }

    @Test
    void theValueThatIsWrittenFindsTheRecordWhateverTheHeaderSays() {
        fiveMinutesAgo("companies", Map.of("name", "Before", "external_id", "C-2"));
        simulator().faults().next().answer(504);

        Exchange exchange = send(URI, ACME, Map.of(HubSpotConstants.OBJECT_ID, "C-2"));

        assertThat(exchange.getException()).isNull();
        assertThat(simulator().crm().find("companies", "external_id", "C-1")).isPresent();
    }

    @Test
    void aRecordThatDoesNotSayWhenItWasCreatedStaysAmbiguous() {
        simulator().faults().next().answer(504);
        simulator().faults().next().matching("POST", LOOKUP).answer(200, """
                {"status": "COMPLETE", "results": [{"id": "7", "properties": {"external_id": "C-1"}}]}""");

        assertAmbiguous(send(URI, ACME), 504);
    }

    @ParameterizedTest
    @ValueSource(strings = {"createdate", "hs_createdate"})
    void theDateOfCreationMayBeAProperty(String property) {
        simulator().faults().next().answer(504);
        simulator().faults().next().matching("POST", LOOKUP).answer(200, """
                {"status": "COMPLETE", "results": [{"id": "7", "properties": {"external_id": "C-1", "%s": \
                "2020-01-01T00:00:00Z"}}]}""".formatted(property));

        assertThat(send(URI, ACME).getException()).isInstanceOf(HubSpotConflictException.class);
    }

    @ParameterizedTest(name = "HubSpot's clock is {0} hours ahead, the record was created {1} minutes later")
    @CsvSource({"-7,-60,false", "7,60,true"})
    void whereHubSpotDoesNotTellTheTimeTheLocalClockHasToDo(int hours, int minutes, boolean ours) {
        simulator().clock().advance(Duration.ofHours(hours));
        simulator().faults().next().answer(504);
        String lookup = """
                {"status": "COMPLETE", "results": [{"id": "7", "properties": {"external_id": "C-1"}, "createdAt": "%s"}]}""".formatted(Instant.now().plus(Duration.ofMinutes(minutes)));
        simulator().faults().next().matching("POST", LOOKUP).answer(200, lookup, Map.of("Date", "some day"));

        assertThat(send(URI, ACME).getException() == null).isEqualTo(ours);
    }

    @ParameterizedTest(name = "HubSpot's clock is {0} hours ahead")
    @ValueSource(ints = {-7, 7})
    void whoseARecordIsDoesNotDependOnWhatTheLocalClockShows(int hours) {
        simulator().clock().advance(Duration.ofHours(hours));
        simulator().faults().next(2).matching("POST", CREATE).afterApplying().dropConnection();
        fiveMinutesAgo("companies", Map.of("name", "Before", "external_id", "C-2"));

        Exchange ours = send(URI, ACME);
        Exchange older = send(URI, Map.of("name", "Bolt", "external_id", "C-2"));

        assertThat(ours.getException()).isNull();
        assertThat(older.getException()).isInstanceOf(HubSpotConflictException.class);
    }

    @Test
    void aContactIsFoundByItsSecondaryAddress() {
        String ann =
                fiveMinutesAgo("contacts", Map.of("email", "ann@example.com", "hs_additional_emails", "a@example.com"));
        simulator().faults().next().answer(504);

        Exchange exchange = send(
                "hubspot:objects/contacts?operation=create&idProperty=email&onConflict=update",
                Map.of("email", "A@example.com", "firstname", "Ann"));

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeader(HubSpotConstants.RESULT_ID)).isEqualTo(ann);
        assertThat(exchange.getMessage().getHeader(HubSpotConstants.OUTCOME)).isEqualTo(OutcomeStatus.UPDATED);
    }

    @Test
    void aContactInTheRecycleBinIsNoConflict() {
        String archived = simulator()
                .crm()
                .create("contacts", Map.of("email", "ann@example.com"))
                .id();
        simulator().crm().archive("contacts", archived);
        simulator().faults().next().answer(504);

        Exchange exchange =
                send("hubspot:objects/contacts?operation=create&idProperty=email", Map.of("email", "ann@example.com"));

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeader(HubSpotConstants.RESULT_ID)).isNotEqualTo(archived);
    }

    private void assertCreatedOnce(Exchange exchange) {
        assertThat(exchange.getException()).isNull();
        assertThat(simulator().crm().records("companies")).hasSize(1);
        String id = simulator().crm().records("companies").get(0).id();
        assertThat(exchange.getMessage().getHeader(HubSpotConstants.RESULT_ID)).isEqualTo(id);
        Map<?, ?> record = exchange.getMessage().getBody(Map.class);
        assertThat(record.get("id")).isEqualTo(id);
        Map<?, ?> properties = (Map<?, ?>) record.get("properties");
        assertThat(properties.get("name")).isEqualTo("Acme");
        assertThat(properties.get("external_id")).isEqualTo("C-1");
    }

    private static void assertAmbiguous(Exchange exchange, int status) {
        assertThat(exchange.getException()).isInstanceOf(HubSpotAmbiguousWriteException.class);
        assertThat(((HubSpotException) exchange.getException()).getHttpResponseCode())
                .isEqualTo(status);
    }

    private String fiveMinutesAgo(String type, Map<String, String> record) {
        simulator().clock().advance(Duration.ofMinutes(-5));
        String id = simulator().crm().create(type, record).id();
        simulator().clock().advance(Duration.ofMinutes(5));
        return id;
    }

    private long callsTo(String end) {
        return calls().stream().filter(call -> call.path().endsWith(end)).count();
    }
}
