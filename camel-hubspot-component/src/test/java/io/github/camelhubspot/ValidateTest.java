// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.api.HubSpotWarning;
import io.github.camelhubspot.batch.BatchOutcome;
import io.github.camelhubspot.batch.BatchResult;
import io.github.camelhubspot.batch.OutcomeStatus;
import io.github.camelhubspot.simulator.schema.PropertyDefinition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

/** Records are checked against the properties of their type before anything is sent. */
class ValidateTest extends TogetherTestSupport {

    private static final String CREATE = "hubspot:objects/companies?operation=create&validate=strict";
    private static final String BATCH = "hubspot:objects/companies?operation=batchCreate&batchFailure=report&validate=";
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final MovableTiming timing = new MovableTiming();

    @Override
    void configure(HubSpotComponent component) {
        component.setTiming(timing);
    }

    @BeforeEach
    void define() {
        defineExternalId();
        define(PropertyDefinition.checkboxes("colours", "red", "green", "light blue"));
        define(PropertyDefinition.date("founded_on"));
        define(PropertyDefinition.datetime("seen_at"));
        define(PropertyDefinition.number("score").readOnly());
    }

    private void define(PropertyDefinition definition) {
        simulator().crm().defineProperty("companies", definition);
    }

    private List<String> written() {
        return calls().stream()
                .filter(call -> call.path().contains("/objects/"))
                .map(call -> call.method() + ' ' + call.path())
                .toList();
    }

    private long schemaReads() {
        return calls().stream()
                .filter(call -> call.path().contains("/properties/"))
                .count();
    }

    @Test
    void allFaultsOfARecordAreToldAtOnceAndNothingIsSent() {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("nmae", "Secret");
        record.put("score", 5);
        record.put("annualrevenue", "much");
        record.put("is_public", "yes");
        record.put("founded_on", "31.12.2025");
        record.put("seen_at", "yesterday");
        record.put("industry", "banking");
        record.put("colours", "red;pink");
        record.put("description", "x".repeat(65_537));

        Exchange exchange = send(CREATE, record);

        assertThat(exchange.getException())
                .isInstanceOf(HubSpotValidationException.class)
                .hasMessageContaining("\"nmae\" does not exist")
                .hasMessageContaining("\"score\" is read-only")
                .hasMessageNotContainingAny("Secret", "much", "31.12.2025", "pink", "yesterday");
        HubSpotError error = ((HubSpotException) exchange.getException()).getError();
        assertThat(error.category()).isEqualTo("VALIDATION_ERROR");
        assertThat(error.details())
                .extracting(HubSpotError.Detail::code, detail -> detail.propertyName()
                        .orElseThrow())
                .containsExactly(
                        tuple("PROPERTY_DOESNT_EXIST", "nmae"),
                        tuple("READ_ONLY_VALUE", "score"),
                        tuple("INVALID_INTEGER", "annualrevenue"),
                        tuple("INVALID_OPTION", "is_public"),
                        tuple("INVALID_DATE", "founded_on"),
                        tuple("INVALID_LONG", "seen_at"),
                        tuple("INVALID_OPTION", "industry"),
                        tuple("INVALID_OPTION", "colours"),
                        tuple("INVALID_STRING", "description"));
        assertThat(written()).isEmpty();
    }

    /** The component must not refuse what HubSpot takes, nor let pass what it would have known to be refused. */
    @ParameterizedTest
    @CsvSource({
        "v3,founded_on,2025-12-31,true",
        "v3,founded_on,1767139200000,true",
        "v3,founded_on,1767139200001,false",
        "v3,founded_on,2025-12-31T00:00:00Z,false",
        "v3,founded_on,2025-02-30,false",
        "2026-03,founded_on,2025-12-31T00:00:00Z,false",
        "2026-09,founded_on,2025-12-31T10:00:00Z,true",
        "2026-09,founded_on,1767139200001,true",
        "2026-09,founded_on,1767139200,true",
        "2026-09,founded_on,soon,false",
        "v3,seen_at,2025-12-31T10:00:00+01:00,true",
        "v3,seen_at,2025-12-31,true",
        "v3,seen_at,1767139200001,true",
        "v3,seen_at,2025-12-31T10:00:00,false",
        "v3,annualrevenue,-1.50,true",
        "v3,annualrevenue,'1,000',false",
        "v3,is_public,true,true",
        "v3,is_public,TRUE,false",
        "v3,colours,red;light blue,true",
        "v3,colours,;green,true",
        "v3,colours,Red,false",
        "v3,industry,BANKING,true",
        "v3,industry,BANKING;INTERNET,false",
        "v3,hubspot_owner_id,4711,true",
        "v3,industry,'',true",
    })
    void theCheckAgreesWithHubSpot(String version, String property, String value, boolean taken) {
        // An envelope's values are sent as they are.
        Map<String, Object> record = Map.of("properties", Map.of("name", "Acme", property, value));
        String uri = "hubspot:objects/companies?operation=create&apiVersion=" + version;

        Exchange unchecked = send(uri, record);
        simulator().clearCalls();
        Exchange checked = send(uri + "&validate=strict", record);

        assertThat(unchecked.getException() == null).isEqualTo(taken);
        assertThat(checked.getException() == null).isEqualTo(taken);
        assertThat(written()).hasSize(taken ? 1 : 0);
        if (!taken) {
            assertThat(codes(checked)).isEqualTo(codes(unchecked));
        }
    }

    private static List<String> codes(Exchange exchange) {
        return ((HubSpotException) exchange.getException()).getError().codes().toList();
    }

    @Test
    void theBadOnesOfABatchAreRejectedAndTheOthersWritten() {
        BatchResult result = request(
                BATCH + "strict",
                List.of(Map.of("name", "A"), Map.of("nmae", "B"), Map.of("name", "C", "industry", "none")),
                BatchResult.class);

        assertThat(result.outcomes())
                .extracting(BatchOutcome::status)
                .containsExactly(OutcomeStatus.CREATED, OutcomeStatus.REJECTED, OutcomeStatus.REJECTED);
        assertThat(result.outcomes().get(2).error().propertyNames()).containsExactly("industry");
        assertThat(simulator().crm().records("companies")).hasSize(1);
        assertThat(written()).hasSize(1);
    }

    @Test
    void theExceptionOfABatchNamesTheProperties() {
        Exchange exchange = send(
                "hubspot:objects/companies?operation=batchCreate&validate=strict", List.of(Map.of("nmae", "Secret")));

        assertThat(exchange.getException())
                .isInstanceOf(HubSpotBatchException.class)
                .hasMessageContaining("property nmae (PROPERTY_DOESNT_EXIST)")
                .hasMessageNotContaining("Secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"batchUpdate", "batchUpsert&idProperty=external_id"})
    void updatesAndUpsertsAreChecked(String operation) {
        simulator().crm().create("companies", Map.of("external_id", "C-1"));

        BatchResult result = request(
                "hubspot:objects/companies?batchFailure=report&validate=strict&operation=" + operation,
                List.of(Map.of("external_id", "C-1", "hs_object_id", "1", "is_public", "maybe")),
                BatchResult.class);

        assertThat(result.outcomes().get(0).error().codes()).containsExactly("INVALID_OPTION");
        assertThat(written()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"update&objectId=1", "upsert&idProperty=external_id"})
    void singleUpdatesAndUpsertsAreChecked(String operation) {
        Exchange exchange = send(
                "hubspot:objects/companies?validate=strict&operation=" + operation,
                Map.of("external_id", "C-1", "is_public", "maybe"));

        assertThat(exchange.getException()).isInstanceOf(HubSpotValidationException.class);
        assertThat(written()).isEmpty();
    }

    @Test
    void warnSendsTheRecordAndTells() {
        Exchange exchange = send(
                "hubspot:objects/companies?operation=create&apiVersion=2026-09&validate=warn",
                Map.of("name", "Acme", "score", "7"));

        // HubSpot's own refusal is what counts.
        assertThat(exchange.getException()).isInstanceOf(HubSpotValidationException.class);
        assertThat(written()).hasSize(1);

        BatchResult result = request(BATCH + "warn", List.of(Map.of("nmae", "B")), BatchResult.class);
        assertThat(result.outcomes().get(0).warnings())
                .extracting(
                        HubSpotWarning::category, warning -> warning.context().get("propertyName"))
                .containsExactly(tuple("PROPERTY_DOESNT_EXIST", "nmae"));
        assertThat(written()).hasSize(2);
    }

    @Test
    void propertiesAreReadOnceForAllMessages() throws Exception {
        List<Exchange> exchanges = together(
                CREATE,
                IntStream.range(0, 50)
                        .mapToObj(i -> Message.of(Map.of("name", "Company " + i)))
                        .toList());

        assertThat(exchanges).allMatch(exchange -> exchange.getException() == null);
        assertThat(schemaReads()).isEqualTo(1);
        assertThat(calls().get(0).path()).isEqualTo("/crm/v3/properties/companies");

        // Another name of the type, and another version, are the same properties.
        send("hubspot:objects/company?operation=create&apiVersion=2026-03&validate=strict", Map.of("name", "A"));
        assertThat(schemaReads()).isEqualTo(1);
    }

    @Test
    void aNewPropertyIsFoundByReadingAgain() {
        send(CREATE, Map.of("name", "A"));
        define(PropertyDefinition.string("newcomer"));
        simulator().clearCalls();

        assertThat(send(CREATE, Map.of("name", "B", "newcomer", "A")).getException())
                .isNull();

        // Those with sensitive data are read apart.
        assertThat(schemaReads()).isEqualTo(3);
        assertThat(calls()).extracting(call -> call.query()).contains("dataSensitivity=sensitive");
    }

    @Test
    void messagesThatComeMeanwhileWaitForTheReadingAgain() throws Exception {
        send(CREATE, Map.of("name", "A"));
        define(PropertyDefinition.string("newcomer"));
        simulator().clearCalls();

        List<Exchange> exchanges = together(
                CREATE,
                IntStream.range(0, 30)
                        .mapToObj(i -> Message.of(Map.of("name", "Company " + i, "newcomer", "A")))
                        .toList());

        assertThat(exchanges).allMatch(exchange -> exchange.getException() == null);
        assertThat(schemaReads()).isEqualTo(3);
    }

    @Test
    void theStopOfOneRouteDoesNotFailTheMessagesOfAnother() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:first").routeId("first").to(CREATE);
            }
        });
        simulator()
                .faults()
                .next()
                .matching("GET", "/crm/v3/properties/companies")
                .answer(503);
        CompletableFuture<Exchange> first = template.asyncSend(
                "direct:first", exchange -> exchange.getMessage().setBody(Map.of("name", "First")));
        await().until(() -> schemaReads() == 1);
        CompletableFuture<Exchange> second =
                begin(CREATE, List.of(Message.of(Map.of("name", "Second")))).get(0);

        context.getRouteController().stopRoute("first", 10, TimeUnit.MINUTES);

        assertThat(first.get(20, TimeUnit.SECONDS).getException()).isInstanceOf(HubSpotException.class);
        assertThat(second.get(20, TimeUnit.SECONDS).getException()).isNull();
        assertThat(simulator().crm().records("companies")).hasSize(1);
    }

    @Test
    void aNewOptionIsFoundByReadingAgain() {
        send(CREATE, Map.of("name", "A"));
        define(PropertyDefinition.checkboxes("colours", "red", "pink"));
        simulator().clearCalls();

        assertThat(send(CREATE, Map.of("name", "B", "colours", "pink")).getException())
                .isNull();
        assertThat(schemaReads()).isEqualTo(1);
    }

    @Test
    void aPropertyThatStaysUnknownIsAskedForOnceInAMinute() {
        send(CREATE, Map.of("nmae", "A"));
        simulator().clearCalls();

        assertThat(send(CREATE, Map.of("nmae", "A")).getException()).isNotNull();
        assertThat(schemaReads()).isZero();

        timing.advance(A_MINUTE);
        assertThat(send(CREATE, Map.of("nmae", "A")).getException()).isNotNull();
        assertThat(schemaReads()).isEqualTo(3);
    }

    @Test
    void whatHubSpotContradictsIsForgotten() {
        send(CREATE, Map.of("colours", "green"));
        define(PropertyDefinition.checkboxes("colours", "red"));
        simulator().clearCalls();

        assertThat(send(CREATE, Map.of("colours", "green")).getException())
                .isInstanceOf(HubSpotValidationException.class);
        assertThat(written()).hasSize(1);

        assertThat(send(CREATE, Map.of("colours", "green")).getException())
                .isInstanceOf(HubSpotValidationException.class);
        assertThat(written()).hasSize(1);
    }

    @Test
    void whatHubSpotContradictsInABatchIsForgotten() {
        List<?> records = List.of(Map.of("colours", "green"));
        request(BATCH + "strict", records, BatchResult.class);
        define(PropertyDefinition.checkboxes("colours", "red"));

        request(BATCH + "strict", records, BatchResult.class);
        simulator().clearCalls();
        BatchResult result = request(BATCH + "strict", records, BatchResult.class);

        assertThat(result.count(OutcomeStatus.REJECTED)).isEqualTo(1);
        assertThat(written()).isEmpty();
    }

    @Test
    void propertiesAreReadAgainWhenTheyAreOld() {
        send(CREATE, Map.of("name", "A"));
        timing.advance(Duration.ofMinutes(9));
        send(CREATE, Map.of("name", "A"));
        assertThat(schemaReads()).isEqualTo(1);

        timing.advance(A_MINUTE);
        send(CREATE, Map.of("name", "A"));
        assertThat(schemaReads()).isEqualTo(2);
    }

    @Test
    void withoutTheScopeStrictFailsAndNamesIt() {
        simulator().settings().withoutScopes("crm.schemas.companies.read");

        Exchange exchange = send(CREATE, Map.of("name", "A"));

        assertThat(exchange.getException())
                .isInstanceOf(HubSpotMissingScopeException.class)
                .hasMessageContaining("validate")
                .hasMessageContaining("crm.schemas.companies.read");
        assertThat(written()).isEmpty();

        Exchange batch = send(
                "hubspot:objects/companies?operation=batchCreate&validate=strict",
                List.of(Map.of("name", "A"), Map.of("name", "B")));
        assertThat(batch.getException())
                .isInstanceOf(HubSpotBatchException.class)
                .hasMessageContaining("NOT_SENT=2")
                .hasMessageContaining("crm.schemas.companies.read");
        assertThat(schemaReads())
                .as("what is missing is not asked for again at once")
                .isEqualTo(1);
    }

    @Test
    void withoutTheScopeWarnTellsThatNothingWasChecked() {
        simulator().settings().withoutScopes("crm.schemas.companies.read");

        Exchange exchange = send("hubspot:objects/companies?operation=create&validate=warn", Map.of("name", "A"));

        assertThat(exchange.getException()).isNull();
        assertThat((List<?>) exchange.getMessage().getHeader(HubSpotConstants.WARNINGS))
                .singleElement()
                .extracting(warning -> ((HubSpotWarning) warning).category())
                .isEqualTo("NOT_CHECKED");
    }

    @Test
    void aRecordIsCheckedBeforeItSharesItsCall() throws Exception {
        List<Exchange> exchanges = together(
                "hubspot:objects/companies?operation=create&validate=strict&microBatch=true&microBatchSize=1",
                List.of(Message.of(Map.of("name", "A")), Message.of(Map.of("nmae", "B"))));

        assertThat(exchanges.get(0).getException()).isNull();
        assertThat(exchanges.get(1).getException()).isInstanceOf(HubSpotValidationException.class);
        assertThat(written()).hasSize(1);
    }
}
