// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import io.github.camelhubspot.simulator.Client.Reply;
import io.github.camelhubspot.simulator.faults.Fault;
import io.github.camelhubspot.simulator.faults.FaultKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Failures on request. */
class FaultsTest extends SimulatorTest {

    private static final String ACME = "{\"properties\":{\"name\":\"Acme\"}}";

    @Test
    void theNextCallsFailAndThenNoMore() throws IOException {
        simulator.faults().next(2).matching("POST", COMPANIES).answer(503);

        assertThat(client.get(COMPANIES).status()).isEqualTo(200);
        assertThat(client.post(COMPANIES, ACME).status()).isEqualTo(503);
        assertThat(simulator.faults().isUsedUp()).isFalse();
        assertThat(client.post(COMPANIES, ACME).status()).isEqualTo(503);
        assertThat(simulator.faults().isUsedUp()).isTrue();
        assertThat(crm.records("companies")).isEmpty();
        assertThat(client.post(COMPANIES, ACME).status()).isEqualTo(201);
        assertThat(simulator.calls().get(1).status()).isEqualTo(503);
    }

    @Test
    void faultsHappenInTheirOrder() throws IOException {
        simulator.faults().next().answer(502);
        simulator.faults().next().answer(423, "{\"status\":\"error\"}", Map.of("Retry-After", "2"));
        simulator.faults().next().html(404);

        Reply first = client.get(COMPANIES);
        Reply second = client.get(COMPANIES);
        Reply third = client.get(COMPANIES);

        assertThat(first.status()).isEqualTo(502);
        assertThat(second.status()).isEqualTo(423);
        assertThat(second.header("Retry-After")).isEqualTo("2");
        assertThat(second.raw().body()).isEqualTo("{\"status\":\"error\"}");
        assertThat(third.status()).isEqualTo(404);
        assertThat(third.header("Content-Type")).startsWith("text/html");
        assertThat(third.raw().body()).startsWith("<html>");
    }

    @Test
    void anAnswerCanBeLostAfterTheWrite() throws IOException {
        simulator
                .faults()
                .next()
                .matching("POST", "/crm/v3/objects/*")
                .afterApplying()
                .answer(504);

        assertThat(client.post(COMPANIES, ACME).status()).isEqualTo(504);

        assertThat(crm.records("companies")).hasSize(1);
    }

    @Test
    void connectionsCanBeDroppedBeforeAndAfterTheWrite() {
        simulator.faults().next().dropConnection();
        simulator.faults().next().afterApplying().dropConnection();

        // GET, PUT and the like would be repeated by the client by itself.
        assertThatThrownBy(() -> client.post(COMPANIES, ACME)).isInstanceOf(IOException.class);
        assertThat(crm.records("companies")).isEmpty();

        assertThatThrownBy(() -> client.post(COMPANIES, ACME)).isInstanceOf(IOException.class);
        assertThat(crm.records("companies")).hasSize(1);
        assertThat(simulator.calls().get(1).status()).isZero();
        assertThat(simulator.inFlight()).isZero();
    }

    @Test
    void bodiesCanBeCutOff() throws IOException {
        simulator.faults().next().matching("POST", "*").cutBody(10);

        assertThatThrownBy(() -> client.post(COMPANIES, ACME)).isInstanceOf(IOException.class);

        assertThat(crm.records("companies")).hasSize(1);
        assertThat(simulator.calls().get(0).responseJson().has("id")).isTrue();
        assertThat(client.post(COMPANIES, ACME).status()).isEqualTo(201);
    }

    @Test
    void rateLimitsCanBeAskedForWithAndWithoutRetryAfter() throws IOException {
        simulator.faults().next().rateLimited("DAILY");
        simulator.faults().next().rateLimited("SECONDLY", Duration.ofSeconds(3));

        Reply daily = client.get(COMPANIES);
        Reply secondly = client.get(COMPANIES);

        assertThat(daily.status()).isEqualTo(429);
        assertThat(daily.text("/policyName")).isEqualTo("DAILY");
        assertThat(daily.text("/correlationId")).isEqualTo(daily.header("X-HubSpot-Correlation-Id"));
        assertThat(daily.header("Retry-After")).isNull();
        assertThat(secondly.header("Retry-After")).isEqualTo("3");
    }

    @Test
    void aFaultForAlwaysLastsUntilItIsRemoved() throws IOException {
        Fault fault =
                simulator.faults().always().matching("*", "/crm/v3/objects/*").answer(500, "");
        simulator.faults().next().answer(418, "");

        assertThat(client.get(COMPANIES).status()).isEqualTo(418);
        assertThat(client.get(COMPANIES).status()).isEqualTo(500);
        assertThat(client.get(COMPANIES).status()).isEqualTo(500);
        fault.remove();
        assertThat(client.get(COMPANIES).status()).isEqualTo(200);
    }

    @Test
    void heldCallsAreInFlightTogether() {
        simulator.faults().next(5).delay(Duration.ofMillis(300));
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            answers.add(http.sendAsync(
                    client.request(COMPANIES)
                            .header("Authorization", "Bearer " + simulator.accessToken())
                            .build(),
                    BodyHandlers.ofString()));
        }

        await().until(() -> simulator.inFlight() > 0);
        answers.forEach(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));

        assertThat(simulator.inFlight()).isZero();
        assertThat(simulator.maxInFlight()).isBetween(2, 5);
    }

    @Test
    void theKindsOfScriptedFaultsAreCounted() throws IOException {
        var faults = simulator.faults();
        faults.next().answer(423);
        faults.next().migrating(Duration.ofSeconds(7));
        faults.next(2).answer(503, "");
        faults.next().afterApplying().html(502);
        faults.next().rateLimited("SECONDLY", Duration.ofSeconds(1));
        faults.next().rateLimited("DAILY");
        faults.next().afterApplying().html(200);
        faults.next().delay(Duration.ofMillis(1));
        faults.next().answer(404);
        faults.next().expiredToken();

        for (int i = 0; i < 11; i++) {
            client.get(COMPANIES);
        }

        assertThat(faults.isUsedUp()).isTrue();
        assertThat(faults.counts())
                .isEqualTo(Map.of(
                        FaultKind.LOCKED, 1L,
                        FaultKind.MIGRATING, 1L,
                        FaultKind.SERVER_ERROR_BEFORE, 2L,
                        FaultKind.HTML_AFTER, 1L,
                        FaultKind.SECONDLY_LIMIT_RETRY_AFTER, 1L,
                        FaultKind.DAILY_LIMIT, 1L,
                        FaultKind.HTML_OK, 1L,
                        FaultKind.EXPIRED_TOKEN, 1L));
        assertThat(simulator.calls().get(1).status()).isEqualTo(477);
        assertThat(simulator.callCounts())
                .isEqualTo(Map.of(200, 2L, 401, 1L, 404, 1L, 423, 1L, 429, 2L, 477, 1L, 502, 1L, 503, 2L));
        simulator.clearCalls();
        assertThat(simulator.callCounts()).isEmpty();
    }
}
