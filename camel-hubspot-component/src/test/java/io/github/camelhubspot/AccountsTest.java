// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Tokens from a bean, for one account or for many, each with a quota of its own. */
class AccountsTest extends SimulatorTestSupport {

    private static final String LIST = "hubspot:objects/companies?operation=list&pagination=page";

    private final MovableTiming timing = new MovableTiming();
    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private volatile Duration life;
    private volatile String suffix = "";

    @Override
    void configure(HubSpotComponent component) {
        component.setTiming(timing);
        component.getConfiguration().setAccessToken(null);
        component.getConfiguration().setTokenProvider(this::token);
    }

    private HubSpotToken token(String account) {
        asked.computeIfAbsent(String.valueOf(account), name -> new AtomicInteger())
                .incrementAndGet();
        if ("unknown".equals(account)) {
            throw new IllegalStateException("no such tenant");
        }
        String token = "token-" + account + suffix;
        simulator().settings().acceptedTokens().add(token);
        Instant expiresAt = life == null ? null : timing.now().plus(life);
        return new HubSpotToken(token, expiresAt);
    }

    @Test
    void theHeaderNamesTheAccount() {
        Exchange exchange = send(LIST, null, Map.of(HubSpotConstants.ACCOUNT, "north"));

        assertThat(exchange.getException()).isNull();
        assertThat(lastCall().header("Authorization")).isEqualTo("Bearer token-north");
    }

    @Test
    void theOptionNamesTheAccountAndNoHeaderChangesIt() {
        Exchange exchange = send(LIST + "&account=south", null, Map.of(HubSpotConstants.ACCOUNT, "north"));

        assertThat(exchange.getException()).isNull();
        assertThat(lastCall().header("Authorization")).isEqualTo("Bearer token-south");
    }

    @Test
    void aFixedTokenFixesTheAccount() {
        Exchange exchange = send(
                LIST + "&accessToken=" + simulator().accessToken(), null, Map.of(HubSpotConstants.ACCOUNT, "north"));

        assertThat(exchange.getException()).isNull();
        assertThat(lastCall().header("Authorization"))
                .isEqualTo("Bearer " + simulator().accessToken());
        assertThat(asked).isEmpty();
    }

    @Test
    void theProviderIsAskedOnceForAllWhoWait() {
        List<CompletableFuture<Exchange>> sent = IntStream.range(0, 100)
                .mapToObj(i -> template.asyncSend(LIST + "&account=south", exchange -> {}))
                .toList();

        assertThat(sent).allSatisfy(one -> assertThat(one.join().getException()).isNull());
        assertThat(asked.get("south")).hasValue(1);
    }

    @Test
    void theProviderIsAskedAgainShortlyBeforeATokenEndsAndNoCallWaits() {
        life = Duration.ofMinutes(30);
        send(LIST + "&account=south", null);

        for (int i = 0; i < 3; i++) {
            timing.advance(Duration.ofMinutes(8));
            send(LIST + "&account=south", null);
        }
        assertThat(asked.get("south")).hasValue(1);

        suffix = "-second";
        timing.advance(Duration.ofMinutes(2));
        send(LIST + "&account=south", null);
        assertThat(lastCall().header("Authorization")).startsWith("Bearer token-south");
        await().until(() -> asked.get("south").get() == 2);
        await().untilAsserted(() -> {
            send(LIST + "&account=south", null);
            assertThat(lastCall().header("Authorization")).isEqualTo("Bearer token-south-second");
        });
    }

    @Test
    void aTokenThatHubSpotRefusesIsAskedForAgainAndTheCallGoesOn() {
        send(LIST + "&account=south", null);
        simulator().settings().acceptedTokens().clear();
        suffix = "-rotated";

        Exchange exchange = send("hubspot:objects/companies?operation=create&account=south", Map.of("name", "Acme"));

        assertThat(exchange.getException()).isNull();
        assertThat(simulator().crm().records("companies")).hasSize(1);
        assertThat(asked.get("south")).hasValue(2);
    }

    @Test
    void aTokenThatStaysRefusedFailsTheCall() {
        simulator().faults().always().answer(401);

        Exchange exchange = send(LIST + "&account=south", null);

        assertThat(exchange.getException()).isInstanceOf(HubSpotAuthenticationException.class);
        assertThat(calls()).hasSize(2);
    }

    @Test
    void aProviderWithoutATokenFailsTheCallAndIsAskedAgainByTheNext() {
        Exchange exchange = send(LIST, null, Map.of(HubSpotConstants.ACCOUNT, "unknown"));
        send(LIST, null, Map.of(HubSpotConstants.ACCOUNT, "unknown"));

        assertThat(exchange.getException())
                .isInstanceOf(HubSpotAuthenticationException.class)
                .hasMessageContaining("account 'unknown'")
                .hasMessageContaining("no such tenant");
        assertThat(asked.get("unknown")).hasValue(2);
        assertThat(calls()).isEmpty();
    }

    @Test
    void aThousandAccountsNeedNoThreadEachAndIdleOnesAreForgotten() {
        simulator().settings().recordBodies(false);
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        List<CompletableFuture<Exchange>> sent = IntStream.range(0, 1000)
                .mapToObj(i -> template.asyncSend(
                        LIST, exchange -> exchange.getMessage().setHeader(HubSpotConstants.ACCOUNT, "tenant-" + i)))
                .toList();

        assertThat(sent).allSatisfy(one -> assertThat(one.join().getException()).isNull());
        assertThat(accounts().all()).hasSize(1000);
        assertThat(asked).hasSize(1000);
        assertThat(Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> !before.contains(thread))
                        .filter(thread -> thread.getName().contains("HubSpot")))
                .hasSizeLessThan(400);

        timing.advance(Duration.ofMinutes(9));
        send(LIST, null, Map.of(HubSpotConstants.ACCOUNT, "tenant-7"));
        timing.advance(Duration.ofMinutes(3));

        assertThat(accounts().all())
                .extracting(account -> account.key().account())
                .containsExactly("tenant-7");
        assertThat(send(LIST, null, Map.of(HubSpotConstants.ACCOUNT, "tenant-8"))
                        .getException())
                .isNull();
    }

    @Test
    void accountsHaveAQuotaEach() {
        send(LIST + "&requestsPerTenSeconds=1", null, Map.of(HubSpotConstants.ACCOUNT, "north"));
        CompletableFuture<Exchange> waits =
                template.asyncSend(LIST + "&requestsPerTenSeconds=1", exchange -> exchange.getMessage()
                        .setHeader(HubSpotConstants.ACCOUNT, "north"));

        Exchange other = send(LIST + "&requestsPerTenSeconds=1", null, Map.of(HubSpotConstants.ACCOUNT, "south"));

        assertThat(other.getException()).isNull();
        assertThat(waits).isNotDone();
    }
}
