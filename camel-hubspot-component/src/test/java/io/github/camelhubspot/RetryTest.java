// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhubspot.batch.BatchResult;
import io.github.camelhubspot.batch.OutcomeStatus;
import io.github.camelhubspot.client.FailureKind;

import static org.assertj.core.api.Assertions.assertThat;

/** Calls are repeated where that is safe and helps, and nowhere else. */
class RetryTest extends SimulatorTestSupport {

    private static final String CREATE = "hubspot:objects/companies?operation=create";
    private static final String LIST = "hubspot:objects/companies?operation=list&pagination=page";

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 521, 423, 477})
    void aReadIsRepeatedAfterATemporaryFault(int status) {
        simulator().faults().next().answer(status);

        assertThat(send(LIST, null).getException()).isNull();
        assertThat(calls()).hasSize(2);
    }

    @Test
    void aRateLimitedCreateIsRepeatedSinceHubSpotDidNothing() {
        simulator().faults().next(2).rateLimited("TEN_SECONDLY_ROLLING");

        assertThat(send(CREATE, Map.of("name", "Acme")).getException()).isNull();
        assertThat(calls()).hasSize(3);
        assertThat(simulator().crm().records("companies")).hasSize(1);
    }

    @Test
    void retryAfterIsObeyedUpToTheLongestWait() {
        simulator().faults().next().rateLimited("TEN_SECONDLY_ROLLING", Duration.ofSeconds(3600));

        Exchange exchange = send(CREATE, Map.of("name", "Acme"));

        assertThat(exchange.getException())
                .isInstanceOf(HubSpotRateLimitException.class)
                .hasMessageContaining("3600 seconds");
        assertThat(calls()).hasSize(1);
    }

    @Test
    void theDailyLimitIsFinal() {
        simulator().faults().next().rateLimited("DAILY");

        assertThat(send(LIST, null).getException()).isInstanceOf(HubSpotDailyLimitException.class);
        assertThat(calls()).hasSize(1);
    }

    @Test
    void aCreateWhoseAnswerWasAServerFaultIsAmbiguous() {
        simulator().faults().next().afterApplying().answer(502);

        Exchange exchange = send(CREATE, Map.of("name", "Acme"));

        assertThat(exchange.getException())
                .isInstanceOf(HubSpotAmbiguousWriteException.class)
                .hasMessageContaining("look the record up");
        assertThat(calls()).hasSize(1);
        assertThat(simulator().crm().records("companies")).hasSize(1);
    }

    @Test
    void aCreateWhoseConnectionBrokeIsAmbiguous() {
        simulator().faults().next().afterApplying().dropConnection();

        assertThat(send(CREATE, Map.of("name", "Acme")).getException())
                .isInstanceOf(HubSpotAmbiguousWriteException.class);
        assertThat(simulator().crm().records("companies")).hasSize(1);
    }

    @Test
    void aCreateWhoseAnswerWasCutOffIsAmbiguous() {
        simulator().faults().next().afterApplying().cutBody(20);

        assertThat(send(CREATE, Map.of("name", "Acme")).getException())
                .isInstanceOf(HubSpotAmbiguousWriteException.class);
    }

    @Test
    void anUpdateByIdIsRepeatedAfterALostAnswer() {
        String id =
                simulator().crm().create("companies", Map.of("name", "Acme")).id();
        simulator().faults().next().afterApplying().dropConnection();

        Exchange exchange =
                send("hubspot:objects/companies?operation=update&objectId=" + id, Map.of("name", "Acme SA"));

        assertThat(exchange.getException()).isNull();
        assertThat(calls()).hasSize(2);
    }

    @Test
    void anUpdateThatChangesWhatNamesTheRecordIsNotRepeated() {
        defineExternalId();
        simulator().crm().create("companies", Map.of("name", "Acme", "external_id", "C-1"));
        simulator().faults().next().afterApplying().answer(503);

        Exchange exchange = send(
                "hubspot:objects/companies?operation=update&idProperty=external_id&objectId=C-1",
                Map.of("external_id", "C-2"));

        assertThat(exchange.getException()).isInstanceOf(HubSpotAmbiguousWriteException.class);
        assertThat(calls()).hasSize(1);
    }

    @Test
    void anArchiveWhoseFirstAnswerWasLostIsASuccess() {
        simulator().faults().next().beforeApplying().answer(502);
        simulator().faults().next().answer(404, "{\"status\":\"error\",\"message\":\"resource not found\"}");

        assertThat(send("hubspot:objects/companies?operation=archive", "4711").getException())
                .isNull();
        assertThat(calls()).hasSize(2);
    }

    @Test
    void anAmbiguousChunkIsReportedRecordByRecord() {
        simulator().faults().next().afterApplying().answer(504);

        BatchResult result = request(
                "hubspot:objects/companies?operation=batchCreate&batchFailure=report",
                List.of(Map.of("name", "A"), Map.of("name", "B")),
                BatchResult.class);

        assertThat(result.count(OutcomeStatus.AMBIGUOUS)).isEqualTo(2);
        assertThat(calls()).hasSize(1);
    }

    @Test
    void anOutageEndsTheBatchAfterAllRetries() {
        simulator().faults().always().beforeApplying().answer(503);

        Exchange exchange = send(
                "hubspot:objects/companies?operation=batchUpsert&idProperty=domain&maxRetries=1",
                List.of(Map.of("domain", "a.example"), Map.of("domain", "b.example")));

        BatchResult result = ((HubSpotBatchException) exchange.getException()).getResult();
        assertThat(result.stopped().orElseThrow().failure().kind()).isEqualTo(FailureKind.UNAVAILABLE);
        assertThat(result.count(OutcomeStatus.AMBIGUOUS)).isEqualTo(2);
        assertThat(calls()).hasSize(2);
    }

    @Test
    void aConnectionThatCannotBeMadeIsNoAmbiguousWrite() throws IOException {
        int closedPort;
        try (ServerSocket socket = new ServerSocket(0)) {
            closedPort = socket.getLocalPort();
        }

        Exchange exchange =
                send(CREATE + "&maxRetries=1&baseUrl=http://127.0.0.1:" + closedPort, Map.of("name", "Acme"));

        assertThat(exchange.getException())
                .isExactlyInstanceOf(HubSpotException.class)
                .hasMessageContaining("could not be reached");
    }

    @Test
    void aCreateWhoseAnswerIsTooLargeIsAmbiguous() {
        Exchange exchange = send(CREATE + "&maxResponseSize=10", Map.of("name", "Acme"));

        assertThat(exchange.getException()).isInstanceOf(HubSpotAmbiguousWriteException.class);
        assertThat(simulator().crm().records("companies")).hasSize(1);
    }

    @Test
    void anAnswerLargerThanAllowedIsNotRead() {
        simulator().crm().create("companies", Map.of("name", "x".repeat(5000)));

        Exchange exchange = send(LIST + "&properties=name&maxResponseSize=1000", null);

        assertThat(exchange.getException())
                .isInstanceOf(HubSpotException.class)
                .hasMessageContaining("maxResponseSize");
        assertThat(calls()).hasSize(1);
    }
}
