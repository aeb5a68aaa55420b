// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhubspot.batch.BatchResult;
import io.github.camelhubspot.batch.OutcomeStatus;
import io.github.camelhubspot.simulator.crm.SimulatedRecord;

import static org.assertj.core.api.Assertions.assertThat;

/** What happens where a record to create exists already. */
class OnConflictTest extends SimulatorTestSupport {

    private static final String CREATE = "hubspot:objects/companies?operation=create&idProperty=external_id";
    private static final String BATCH = "hubspot:objects/companies?operation=batchCreate&idProperty=external_id";

    private SimulatedRecord existing;

    @BeforeEach
    void createOne() {
        defineExternalId();
        existing = simulator().crm().create("companies", Map.of("name", "Before", "external_id", "C-1"));
    }

    @Test
    void failIsTheDefault() {
        Exchange exchange = send(CREATE, Map.of("name", "After", "external_id", "C-1"));

        assertThat(exchange.getException()).isInstanceOf(HubSpotConflictException.class);
        assertThat(nameOf(existing)).isEqualTo("Before");
    }

    @Test
    void updateWritesToTheRecordThatExists() {
        Map<?, ?> body =
                request(CREATE + "&onConflict=update", Map.of("name", "After", "external_id", "C-1"), Map.class);

        assertThat(body.get("id")).isEqualTo(existing.id());
        assertThat(nameOf(existing)).isEqualTo("After");
    }

    @Test
    void updateTakesTheIdThatHubSpotNames() {
        SimulatedRecord ann = simulator().crm().create("contacts", Map.of("email", "ann@example.com"));

        Map<?, ?> body = request(
                "hubspot:objects/contacts?operation=create&onConflict=update",
                Map.of("email", "ann@example.com", "firstname", "Ann"),
                Map.class);

        assertThat(body.get("id")).isEqualTo(ann.id());
    }

    @Test
    void skipLeavesRecordAndBody() {
        Map<String, String> record = Map.of("name", "After", "external_id", "C-1");

        Exchange exchange = send(CREATE + "&onConflict=skip", record);

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody()).isSameAs(record);
        assertThat(exchange.getMessage().getHeader(HubSpotConstants.OUTCOME)).isEqualTo(OutcomeStatus.SKIPPED);
        assertThat(nameOf(existing)).isEqualTo("Before");
    }

    @Test
    void aHeaderTellsHowACreateEndedThatMayEndOtherwise() {
        Map<String, String> another = Map.of("name", "New", "external_id", "C-2");
        String ann = simulator()
                .crm()
                .create("contacts", Map.of("email", "ann@example.com"))
                .id();

        assertThat(outcome(CREATE + "&onConflict=update", another)).isEqualTo(OutcomeStatus.CREATED);
        assertThat(outcome(CREATE + "&onConflict=update", another)).isEqualTo(OutcomeStatus.UPDATED);

        Exchange skipped =
                send("hubspot:objects/contacts?operation=create&onConflict=skip", Map.of("email", "ann@example.com"));
        assertThat(skipped.getMessage().getHeader(HubSpotConstants.RESULT_ID)).isEqualTo(ann);
    }

    private Object outcome(String uri, Object body) {
        return send(uri, body).getMessage().getHeader(HubSpotConstants.OUTCOME);
    }

    @ParameterizedTest(name = "HubSpot answers 207: {0}")
    @ValueSource(booleans = {true, false})
    void aBatchDeliveredTwiceIsSkippedAtLittleCost(boolean partial) {
        simulator().settings().batchCreatePartialSuccess(partial);
        request(BATCH + "&onConflict=skip", companies(), BatchResult.class);
        simulator().clearCalls();

        BatchResult again = request(BATCH + "&onConflict=skip", companies(), BatchResult.class);

        assertThat(again.count(OutcomeStatus.SKIPPED)).isEqualTo(300);
        assertThat(simulator().crm().records("companies")).hasSize(300);
        assertThat(calls()).hasSizeLessThanOrEqualTo(6);
    }

    @ParameterizedTest(name = "HubSpot answers 207: {0}")
    @ValueSource(booleans = {true, false})
    void theConflictingOnesOfABatchAreUpdatedTogether(boolean partial) {
        simulator().settings().batchCreatePartialSuccess(partial);
        for (int i = 10; i < 50; i++) {
            simulator().crm().create("companies", Map.of("name", "Before", "external_id", "C-" + i));
        }

        BatchResult result = request(BATCH + "&onConflict=update", companies(), BatchResult.class);

        assertThat(result.count(OutcomeStatus.UPDATED)).isEqualTo(41);
        assertThat(result.count(OutcomeStatus.CREATED)).isEqualTo(259);
        assertThat(simulator().crm().records("companies"))
                .hasSize(300)
                .allSatisfy(company -> assertThat(company.property("name")).startsWith("Company "));
        assertThat(calls()).hasSizeLessThanOrEqualTo(3 + 3);
    }

    @Test
    void aConflictWithoutAWayToFindTheRecordIsRejected() {
        BatchResult result = request(
                "hubspot:objects/companies?operation=batchCreate&onConflict=update&batchFailure=report",
                List.of(Map.of("name", "After", "external_id", "C-1")),
                BatchResult.class);

        // HubSpot may name the record that exists; where it does not, nothing is guessed.
        assertThat(result.count(OutcomeStatus.REJECTED) + result.count(OutcomeStatus.UPDATED))
                .isEqualTo(1);
        assertThat(simulator().crm().records("companies")).hasSize(1);
    }

    private String nameOf(SimulatedRecord record) {
        return simulator().crm().record("companies", record.id()).orElseThrow().property("name");
    }

    private static List<Map<String, Object>> companies() {
        List<Map<String, Object>> companies = new ArrayList<>();
        IntStream.range(0, 300).forEach(i -> companies.add(Map.of("name", "Company " + i, "external_id", "C-" + i)));
        return companies;
    }
}
