// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.camelhubspot.simulator.calls.RecordedCall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** An OAuth app: access tokens are fetched once for all, before they end, and again where HubSpot says that one is expired. */
class OAuthTest extends SimulatorTestSupport {

    private static final String LIST = "hubspot:objects/companies?operation=list&pagination=page";
    private static final String CREATE = "hubspot:objects/companies?operation=create";

    private final MovableTiming timing = new MovableTiming();

    @Override
    void configure(HubSpotComponent component) {
        component.setTiming(timing);
        HubSpotConfiguration configuration = component.getConfiguration();
        configuration.setAccessToken(null);
        configuration.setClientId(simulator().oauth().clientId());
        configuration.setClientSecret(simulator().oauth().clientSecret());
        configuration.setRefreshToken(simulator().oauth().refreshToken());
    }

    @BeforeEach
    void startClock() {
        simulator().clock().stopAt(timing.now());
    }

    @ParameterizedTest
    @CsvSource({"v3,/oauth/v3/token", "2026-03,/oauth/2026-03/token", "2026-09,/oauth/2026-09/token"})
    void anAccessTokenIsFetchedFromTheTokenEndpointOfTheVersion(String version, String path) {
        Exchange exchange = send(LIST + "&apiVersion=" + version, null);

        assertThat(exchange.getException()).isNull();
        RecordedCall fetch = calls().get(0);
        assertThat(fetch.path()).isEqualTo(path);
        assertThat(fetch.query()).isNullOrEmpty();
        assertThat(fetch.header("Authorization")).isNull();
        assertThat(fetch.header("Content-Type")).startsWith("application/x-www-form-urlencoded");
        assertThat(fetch.body())
                .contains("grant_type=refresh_token")
                .contains("refresh_token=" + simulator().oauth().refreshToken());
    }

    @Test
    void oneTokenIsFetchedForAllWhoWait() {
        simulator().faults().next().matching("POST", "/oauth/*").delay(Duration.ofMillis(200));

        List<CompletableFuture<Exchange>> sent = sendMany(100);

        assertThat(sent).allSatisfy(one -> assertThat(one.join().getException()).isNull());
        assertThat(simulator().oauth().refreshes()).isEqualTo(1);
    }

    @Test
    void theNextTokenIsFetchedInTheBackgroundBeforeTheFirstOneEnds() {
        send(LIST, null);

        pass(Duration.ofMinutes(26));
        simulator().faults().next().matching("POST", "/oauth/*").delay(Duration.ofMillis(300));
        send(LIST, null);

        assertThat(lastCall().status()).isEqualTo(200);
        await().until(() -> simulator().oauth().refreshes() == 2);
        pass(Duration.ofMinutes(10));
        assertThat(send(LIST, null).getException()).isNull();
        assertThat(simulator().callCounts()).containsOnlyKeys(200);
    }

    @Test
    void anExpiredTokenIsReplacedBeforeTheCall() {
        send(LIST, null);
        pass(Duration.ofHours(1));

        assertThat(send(LIST, null).getException()).isNull();
        assertThat(simulator().oauth().refreshes()).isEqualTo(2);
        assertThat(simulator().callCounts()).containsOnlyKeys(200);
    }

    @Test
    void whereHubSpotSaysThatTheTokenIsExpiredTheCallsAreSentAgainWithOneNewToken() {
        send(LIST, null);
        simulator().oauth().expireAll();

        List<CompletableFuture<Exchange>> sent = sendMany(50);

        assertThat(sent).allSatisfy(one -> assertThat(one.join().getException()).isNull());
        assertThat(simulator().oauth().refreshes()).isEqualTo(2);
        assertThat(simulator().crm().records("companies")).hasSize(50);
    }

    @Test
    void aTokenThatExpiresInTheMiddleOfABatchCostsNoRecord() {
        simulator().faults().always().matching("POST", "*/batch/create").delay(Duration.ofMillis(20));
        List<Map<String, String>> companies = IntStream.range(0, 5000)
                .mapToObj(i -> Map.of("name", "Company " + i))
                .toList();
        CompletableFuture<Exchange> sent = template.asyncSend(
                "hubspot:objects/companies?operation=batchCreate&maxConcurrentCalls=4",
                exchange -> exchange.getMessage().setBody(companies));
        await().until(() -> simulator().crm().records("companies").size() >= 500);

        simulator().oauth().expireAll();

        assertThat(sent.join().getException()).isNull();
        assertThat(simulator().crm().records("companies")).hasSize(5000);
        assertThat(simulator().callCounts()).containsKey(401);
        assertThat(simulator().oauth().refreshes()).isEqualTo(2);
    }

    @Test
    void aClockThatDiffersFromHubSpotsDoesNotMatter() {
        simulator().clock().advance(Duration.ofHours(5));
        assertThat(send(LIST, null).getException()).isNull();
        for (int i = 0; i < 4; i++) {
            pass(Duration.ofMinutes(5));
            assertThat(send(LIST, null).getException()).isNull();
        }
        assertThat(simulator().oauth().refreshes()).isEqualTo(1);
    }

    @Test
    void aTokenEndpointThatIsBusyIsAskedAgain() {
        simulator().faults().next().matching("POST", "/oauth/*").rateLimited("TEN_SECONDLY_ROLLING");
        simulator().faults().next().matching("POST", "/oauth/*").answer(503);
        simulator().faults().next().matching("POST", "/oauth/*").dropConnection();
        CompletableFuture<Exchange> sent = template.asyncSend(LIST, exchange -> {});

        await().until(() -> {
            timing.advance(Duration.ofSeconds(1));
            return sent.isDone();
        });

        assertThat(sent.join().getException()).isNull();
        assertThat(calls()).hasSize(5);
    }

    @Test
    void aRefreshTokenThatIsNotAcceptedFailsTheCallAndSaysWhatToDo() {
        simulator().oauth().revoke(simulator().oauth().refreshToken());

        Exchange exchange = send(CREATE, Map.of("name", "Acme"));

        assertThat(exchange.getException())
                .isInstanceOf(HubSpotAuthenticationException.class)
                .hasMessageContaining("BAD_REFRESH_TOKEN")
                .hasMessageContaining("install the app again");
        assertThat(exchange.getException().getMessage())
                .doesNotContain(simulator().oauth().refreshToken())
                .doesNotContain(simulator().oauth().clientSecret());
        assertThat(calls()).hasSize(1);
    }

    @Test
    void aRefreshTokenThatHubSpotReplacesIsUsedFromThenOn() {
        simulator().oauth().rotateRefreshTokens(true);
        for (int i = 0; i < 3; i++) {
            assertThat(send(LIST, null).getException()).isNull();
            pass(Duration.ofHours(1));
        }
        assertThat(simulator().oauth().refreshes()).isEqualTo(3);
    }

    @Test
    void aTokenEndpointThatAnswersNonsenseFailsTheCallAfterItsRetries() {
        simulator().faults().always().matching("POST", "/oauth/*").answer(200, "{\"access_token\": \"a b\"}");
        CompletableFuture<Exchange> sent = template.asyncSend(LIST + "&maxRetries=1", exchange -> {});

        await().until(() -> {
            timing.advance(Duration.ofSeconds(1));
            return sent.isDone();
        });

        assertThat(sent.join().getException())
                .isInstanceOf(HubSpotException.class)
                .hasMessageContaining("no access_token");
        assertThat(calls()).hasSize(2);
    }

    private List<CompletableFuture<Exchange>> sendMany(int exchanges) {
        return IntStream.range(0, exchanges)
                .mapToObj(i -> template.asyncSend(
                        CREATE, exchange -> exchange.getMessage().setBody(Map.of("name", "Company " + i))))
                .toList();
    }

    private void pass(Duration time) {
        simulator().clock().advance(time);
        timing.advance(time);
    }
}
