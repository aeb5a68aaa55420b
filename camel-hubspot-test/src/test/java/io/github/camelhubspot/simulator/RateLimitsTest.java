// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.github.camelhubspot.simulator.Client.Reply;

import static org.assertj.core.api.Assertions.assertThat;

/** Rate limits: what they let pass, what they say, and to whom they apply. */
class RateLimitsTest extends SimulatorTest {

    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");

    private Reply withToken(String token, String path) throws IOException {
        return Client.send(client.request(path).GET().header("Authorization", "Bearer " + token));
    }

    @Test
    void theTenSecondWindowRolls() throws IOException {
        simulator.clock().stopAt(Instant.parse("2026-01-01T00:00:00Z"));
        simulator.settings().tenSecondlyLimit(2);

        Reply first = client.get(COMPANIES);
        simulator.clock().advance(Duration.ofSeconds(6));
        Reply second = client.get(COMPANIES);
        Reply third = client.get(COMPANIES);
        simulator.clock().advance(Duration.ofSeconds(4));
        Reply fourth = client.get(COMPANIES);
        Reply fifth = client.get(COMPANIES);

        assertThat(first.header("X-HubSpot-RateLimit-Interval-Milliseconds")).isEqualTo("10000");
        assertThat(first.header("X-HubSpot-RateLimit-Max")).isEqualTo("2");
        assertThat(first.header("X-HubSpot-RateLimit-Remaining")).isEqualTo("1");
        assertThat(second.status()).isEqualTo(200);
        assertThat(third.status()).isEqualTo(429);
        assertThat(third.header("X-HubSpot-RateLimit-Remaining")).isEqualTo("0");
        assertThat(third.text("/errorType")).isEqualTo("RATE_LIMIT");
        assertThat(third.text("/policyName")).isEqualTo("TEN_SECONDLY_ROLLING");
        assertThat(third.text("/message")).isEqualTo("You have reached your ten_secondly_rolling limit.");
        assertThat(third.body().has("category")).isFalse();
        assertThat(third.body().has("requestId")).isTrue();
        assertThat(fourth.status()).as("the first call has left the window").isEqualTo(200);
        assertThat(fifth.status()).as("the second has not").isEqualTo(429);
    }

    @Test
    void searchHasALimitOfItsOwnAndNoHeaders() throws IOException {
        simulator.clock().stopAt(Instant.parse("2026-01-01T00:00:00Z"));
        simulator.settings().searchPerSecondLimit(1).tenSecondlyLimit(1);

        Reply first = client.post(COMPANIES + "/search", "{}");
        Reply second = client.post(TICKETS + "/search", "{}");
        Reply general = client.get(COMPANIES);
        simulator.clock().advance(Duration.ofSeconds(1));
        Reply third = client.post(COMPANIES + "/search", "{}");

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("X-HubSpot-RateLimit-Max")).isNull();
        assertThat(second.status()).isEqualTo(429);
        assertThat(second.text("/policyName")).isEqualTo("SECONDLY");
        assertThat(general.status()).isEqualTo(200);
        assertThat(third.status()).isEqualTo(200);
    }

    @Test
    void associationBatchesHaveALimitOfTheirOwn() throws IOException {
        simulator.settings().associationTenSecondlyLimit(1).tenSecondlyLimit(1);
        String path = "/crm/v4/associations/contacts/companies/labels";

        assertThat(client.get(path).status()).isEqualTo(200);
        assertThat(client.get(path).status()).isEqualTo(429);
        assertThat(client.get(COMPANIES).status()).isEqualTo(200);
    }

    @Test
    void theDailyLimitLastsUntilMidnight() throws IOException {
        simulator.clock().stopAt(Instant.parse("2026-01-01T23:59:00Z"));
        simulator.settings().dailyLimit(1);

        Reply first = client.get(COMPANIES);
        Reply second = client.get(COMPANIES);
        simulator.clock().advance(Duration.ofMinutes(1));
        Reply third = client.get(COMPANIES);

        assertThat(first.header("X-HubSpot-RateLimit-Daily")).isEqualTo("1");
        assertThat(first.header("X-HubSpot-RateLimit-Daily-Remaining")).isEqualTo("0");
        assertThat(second.status()).isEqualTo(429);
        assertThat(second.text("/policyName")).isEqualTo("DAILY");
        assertThat(second.text("/message")).isEqualTo("You have reached your daily limit.");
        assertThat(third.status()).isEqualTo(200);
    }

    @Test
    void inAnyTenSecondsNoMoreThanTheLimitPass() throws IOException {
        simulator.clock().stopAt(NEW_YEAR);
        simulator.settings().tenSecondlyLimit(7);
        Random random = new Random(11);
        List<Long> passed = new ArrayList<>();
        long now = 0;
        long refused = 0;
        for (int i = 0; i < 300; i++) {
            long pause = random.nextInt(2000);
            now += pause;
            simulator.clock().advance(Duration.ofMillis(pause));
            Reply reply = client.get(COMPANIES);

            long since = now - 10_000;
            long inWindow = passed.stream().filter(at -> at > since).count();
            assertThat(reply.status()).as("call %d at %d", i, now).isEqualTo(inWindow < 7 ? 200 : 429);
            if (reply.status() == 200) {
                passed.add(now);
                assertThat(reply.header("X-HubSpot-RateLimit-Remaining")).isEqualTo(Long.toString(6 - inWindow));
            } else {
                refused++;
            }
        }

        assertThat(refused).isPositive();
        assertThat(simulator.rateLimitRefusals()).isEqualTo(refused);
        assertThat(simulator.rateLimitRefusalsByPolicy()).isEqualTo(Map.of("TEN_SECONDLY_ROLLING", refused));
        assertThat(simulator.tenSecondlyCalls()).isEqualTo(passed.size());
    }

    @Test
    void everyTokenHasLimitsOfItsOwn() throws IOException {
        simulator.clock().stopAt(NEW_YEAR);
        simulator.settings().tenSecondlyLimit(2).dailyLimit(3).acceptedTokens().add("other");
        String mine = simulator.accessToken();

        assertThat(withToken(mine, COMPANIES).status()).isEqualTo(200);
        assertThat(withToken(mine, COMPANIES).status()).isEqualTo(200);
        assertThat(withToken(mine, COMPANIES).status()).isEqualTo(429);
        Reply first = withToken("other", COMPANIES);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("X-HubSpot-RateLimit-Remaining")).isEqualTo("1");
        assertThat(first.header("X-HubSpot-RateLimit-Daily-Remaining")).isEqualTo("2");

        simulator.clock().advance(Duration.ofSeconds(10));
        assertThat(withToken(mine, COMPANIES).status()).isEqualTo(200);
        assertThat(withToken(mine, COMPANIES).text("/policyName")).isEqualTo("DAILY");
        assertThat(withToken("other", COMPANIES).status()).isEqualTo(200);
    }

    @Test
    void refusalsOfFaultsAndOfLimitsAreToldApart() throws IOException {
        simulator.clock().stopAt(NEW_YEAR);
        simulator.settings().tenSecondlyLimit(1).searchPerSecondLimit(1);
        simulator.faults().next().rateLimited("TEN_SECONDLY_ROLLING");
        for (int i = 0; i < 3; i++) {
            client.get(COMPANIES);
            client.post(COMPANIES + "/search", "{}");
        }

        assertThat(simulator.callCounts()).isEqualTo(Map.of(200, 2L, 429, 4L));
        assertThat(simulator.rateLimitRefusals()).isEqualTo(3);
        assertThat(simulator.rateLimitRefusalsByPolicy()).isEqualTo(Map.of("TEN_SECONDLY_ROLLING", 1L, "SECONDLY", 2L));
        assertThat(simulator.tenSecondlyCalls()).isEqualTo(1);

        simulator.clearCalls();

        assertThat(simulator.rateLimitRefusals()).isZero();
        assertThat(simulator.tenSecondlyCalls()).isZero();
        assertThat(client.get(COMPANIES).status())
                .as("what is spent stays spent")
                .isEqualTo(429);
    }

    @Test
    void aClockThatIsSetBackDoesNotBlockTheWindow() throws IOException {
        simulator.clock().stopAt(NEW_YEAR);
        simulator.settings().tenSecondlyLimit(1);

        assertThat(client.get(COMPANIES).status()).isEqualTo(200);
        simulator.clock().advance(Duration.ofHours(-1));

        assertThat(client.get(COMPANIES).status()).isEqualTo(200);
        assertThat(client.get(COMPANIES).status()).isEqualTo(429);
    }
}
