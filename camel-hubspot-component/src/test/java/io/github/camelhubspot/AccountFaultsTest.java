// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A token provider, an address or a thread that is not as it should be costs no call and no quota. */
class AccountFaultsTest extends SimulatorTestSupport {

    private static final String LIST = "hubspot:objects/companies?operation=list&pagination=page";

    private final AtomicInteger asked = new AtomicInteger();
    private volatile Instant expiresAt;

    @Override
    void configure(HubSpotComponent component) {
        component.getConfiguration().setAccessToken(null);
        component.getConfiguration().setTokenProvider(this::token);
    }

    private HubSpotToken token(String account) {
        asked.incrementAndGet();
        String token = "token-" + account;
        simulator().settings().acceptedTokens().add(token);
        return new HubSpotToken(token, expiresAt);
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:list").routeId("list").to(LIST);
            }
        };
    }

    @Test
    void aProviderThatGivesAnExpiredTokenFailsTheCallAndIsNotAskedForEver() {
        expiresAt = Instant.now().minusSeconds(1);

        Exchange exchange = send(LIST, null);

        assertThat(exchange.getException())
                .isInstanceOf(HubSpotAuthenticationException.class)
                .hasMessageContaining("expired already");
        assertThat(asked).hasValue(1);
    }

    @Test
    void aProviderMaySayThatATokenNeverEnds() {
        expiresAt = Instant.MAX;
        CompletableFuture<Exchange> sent = template.asyncSend(LIST, exchange -> {});
        assertThat(sent).succeedsWithin(5, TimeUnit.SECONDS);
        assertThat(sent.join().getException()).isNull();
    }

    @Test
    void nothingThatWaitsForAThreadIsSentAfterTheStop() throws Exception {
        simulator().faults().always().delay(Duration.ofSeconds(3));
        List<CompletableFuture<Exchange>> sent = new ArrayList<>();
        for (int i = 0; i < 20 * 16; i++) {
            String account = "tenant-" + i % 20;
            sent.add(template.asyncSend(
                    "direct:list", exchange -> exchange.getMessage().setHeader(HubSpotConstants.ACCOUNT, account)));
        }
        await().until(() -> ((HubSpotComponent) context.getComponent("hubspot"))
                        .clients().accounts().all().stream()
                                .mapToInt(account -> account.governor().inFlight())
                                .sum()
                == 320);

        context.getRouteController().stopRoute("list", 30, TimeUnit.SECONDS);

        assertThat(sent).allSatisfy(one -> assertThat(one).succeedsWithin(20, TimeUnit.SECONDS));
        assertThat(calls()).hasSizeLessThanOrEqualTo(256);
    }

    @Test
    void aSlashAtTheEndOfTheAddressMakesNoOtherAccount() {
        send(LIST + "&account=x&baseUrl=" + simulator().baseUrl(), null);
        send(LIST + "&account=x&baseUrl=" + simulator().baseUrl() + "/", null);

        assertThat(((HubSpotComponent) context.getComponent("hubspot"))
                        .clients()
                        .accounts()
                        .all())
                .hasSize(1);
    }
}
