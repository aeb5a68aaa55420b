// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator;

import java.io.IOException;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhubspot.simulator.Client.Reply;

import static org.assertj.core.api.Assertions.assertThat;

/** What HubSpot tells of the account. */
class AccountTest extends SimulatorTest {

    @ParameterizedTest
    @ValueSource(strings = {"/account-info/v3/details", "/account-info/2026-03/details"})
    void detailsAreThoseOfTheAccountThatCalls(String path) throws IOException {
        simulator.settings().portalId(4711);

        Reply reply = client.get(path);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.at("/portalId").asLong()).isEqualTo(4711);
        assertThat(reply.text("/accountType")).isEqualTo("STANDARD");
        assertThat(reply.text("/timeZone")).isEqualTo("UTC");
        assertThat(reply.text("/companyCurrency")).isEqualTo("USD");
        assertThat(reply.at("/additionalCurrencies").isArray()).isTrue();
        assertThat(reply.text("/utcOffset")).isEqualTo("+00:00");
        assertThat(reply.at("/utcOffsetMilliseconds").isInt()).isTrue();
        assertThat(reply.text("/uiDomain")).isEqualTo("app.hubspot.com");
        assertThat(reply.text("/dataHostingLocation")).isEqualTo("na1");
    }

    @Test
    void detailsOfAnotherAccountComeWithItsToken() throws IOException {
        long other = simulator.oauth().addRefreshToken("other");
        String token = simulator.oauth().refresh("other").orElseThrow().accessToken();

        Reply reply = Client.send(
                client.request("/account-info/v3/details").GET().header("Authorization", "Bearer " + token));

        assertThat(other).isNotEqualTo(simulator.settings().portalId());
        assertThat(reply.at("/portalId").asLong()).isEqualTo(other);
    }

    @Test
    void detailsNeedAToken() throws IOException {
        assertThat(Client.send(client.request("/account-info/v3/details").GET()).status())
                .isEqualTo(401);
    }

    @Test
    void theUsageOfTheDayCountsCalls() throws IOException {
        simulator.clock().stopAt(Instant.parse("2026-01-01T20:00:00Z"));
        simulator.settings().dailyLimit(1000);
        client.get(COMPANIES);
        client.get(COMPANIES);

        Reply reply = client.get("/account-info/v3/api-usage/daily/private-apps");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("/results/0/name")).isEqualTo("private-apps-api-calls-daily");
        assertThat(reply.at("/results/0/usageLimit").asInt()).isEqualTo(1000);
        assertThat(reply.at("/results/0/currentUsage").asInt()).isEqualTo(3);
        assertThat(reply.text("/results/0/collectedAt")).isEqualTo("2026-01-01T20:00:00Z");
        assertThat(reply.text("/results/0/resetsAt")).isEqualTo("2026-01-02T00:00:00Z");
    }

    @Test
    void withoutADailyLimitThereIsNoUsageToTell() throws IOException {
        assertThat(client.get("/account-info/v3/api-usage/daily/private-apps").at("/results"))
                .isEmpty();
    }
}
