// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhubspot.simulator.Client.Reply;
import io.github.camelhubspot.simulator.events.SentEvent;

import static org.assertj.core.api.Assertions.assertThat;

/** Occurrences of custom events. */
class EventsTest extends SimulatorTest {

    private static final String SEND = "/events/v3/send";
    private static final String LOGIN = "{\"eventName\":\"pe62515_login\",\"objectId\":\"17\"}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/events/v3/send",
                "/events/custom/2025-09/send",
                "/events/2026-03/send",
                "/events/custom/2026-03/send",
                "/events/custom/2026-09/send"
            })
    void occurrencesAreTaken(String path) throws IOException {
        Reply one = client.post(
                path,
                "{\"eventName\":\"pe62515_login\",\"email\":\"ann@example.com\",\"utk\":\"abc\",\"objectId\":17,"
                        + "\"occurredAt\":\"2026-01-01T12:00:00.5Z\",\"uuid\":\"u-1\",\"properties\":{\"city\":\"Oslo\",\"n\":1}}");
        Reply several = client.post(path + "/batch", "{\"inputs\":[" + LOGIN + "," + LOGIN + "]}");

        assertThat(one.status()).isEqualTo(204);
        assertThat(one.raw().body()).isEmpty();
        assertThat(several.status()).isEqualTo(204);
        assertThat(simulator.events().received())
                .hasSize(3)
                .first()
                .isEqualTo(new SentEvent(
                        "pe62515_login",
                        "ann@example.com",
                        "17",
                        "abc",
                        Instant.parse("2026-01-01T12:00:00.5Z"),
                        Map.of("city", "Oslo", "n", "1"),
                        "u-1"));
    }

    @Test
    void anOccurrenceWithoutATimeIsNow() throws IOException {
        Instant now = Instant.parse("2026-01-01T12:00:00Z");
        simulator.clock().stopAt(now);

        client.post(SEND, LOGIN);

        assertThat(simulator.events().received())
                .extracting(SentEvent::occurredAt)
                .containsExactly(now);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"objectId\":\"1\"} | [eventName]",
                "{\"eventName\":\"login\",\"objectId\":\"1\"} | pe62515_",
                "{\"eventName\":\"pe17_login\",\"objectId\":\"1\"} | pe62515_",
                "{\"eventName\":\"pe62515_login\"} | email, objectId and utk",
                "{\"eventName\":\"pe62515_login\",\"objectId\":\"1\",\"occurredAt\":\"noon\"} | occurredAt",
                "{\"eventName\":\"pe62515_login\",\"objectId\":\"1\",\"properties\":[]} | properties",
                "[] | Cannot deserialize"
            })
    void senselessOccurrencesAreRefused(String body, String message) throws IOException {
        Reply alone = client.post(SEND, body);

        assertThat(alone.status()).isEqualTo(400);
        assertThat(alone.text("/message")).contains(message);
        assertThat(simulator.events().received()).isEmpty();
    }

    @Test
    void aBatchIsTakenWholeOrNotAtAll() throws IOException {
        Reply mixed = client.post(SEND + "/batch", "{\"inputs\":[" + LOGIN + ",{\"eventName\":\"pe62515_login\"}]}");
        Reply noInputs = client.post(SEND + "/batch", "{}");

        assertThat(mixed.status()).isEqualTo(400);
        assertThat(noInputs.text("/message")).contains("[inputs]");
        assertThat(simulator.events().received()).isEmpty();
    }

    @Test
    void limitsAreHeld() throws IOException {
        assertThat(client.post(SEND + "/batch", batch(501)).status()).isEqualTo(400);
        assertThat(client.post(SEND + "/batch", batch(500)).status()).isEqualTo(204);
        assertThat(client.post(SEND, withProperties(51)).status()).isEqualTo(400);
        assertThat(client.post(SEND, withProperties(50)).status()).isEqualTo(204);
    }

    private static String batch(int size) {
        return IntStream.range(0, size).mapToObj(i -> LOGIN).collect(Collectors.joining(",", "{\"inputs\":[", "]}"));
    }

    private static String withProperties(int number) {
        return LOGIN.replace(
                "}",
                IntStream.range(0, number)
                        .mapToObj(i -> "\"p" + i + "\":\"x\"")
                        .collect(Collectors.joining(",", ",\"properties\":{", "}}")));
    }

    @Test
    void onceEventsAreDefinedOthersAreUnknown() throws IOException {
        simulator.events().define("pe62515_login");

        assertThat(client.post(SEND, LOGIN).status()).isEqualTo(204);
        assertThat(client.post(SEND, LOGIN.replace("login", "logout")).status()).isEqualTo(400);
    }

    @Test
    void eventsCountAgainstALimitOfTheirOwn() throws IOException {
        simulator.clock().stopAt(Instant.parse("2026-01-01T12:00:00Z"));
        simulator.settings().tenSecondlyLimit(1).dailyLimit(1).eventsPerSecondLimit(2);

        Reply first = client.post(SEND, LOGIN);
        Reply second = client.post(SEND + "/batch", "{\"inputs\":[" + LOGIN + "]}");
        Reply third = client.post(SEND, LOGIN);
        simulator.clock().advance(Duration.ofSeconds(1));
        Reply later = client.post(SEND, LOGIN);

        assertThat(first.header("X-HubSpot-RateLimit-Remaining")).isNull();
        assertThat(first.header("X-HubSpot-RateLimit-Daily")).isNull();
        assertThat(second.status()).isEqualTo(204);
        assertThat(third.status()).isEqualTo(429);
        assertThat(third.text("/policyName")).isEqualTo("SECONDLY");
        assertThat(later.status()).isEqualTo(204);
        assertThat(client.get(COMPANIES).status()).isEqualTo(200);
    }

    @Test
    void eventsNeedAScopeAndEndWithAReset() throws IOException {
        client.post(SEND, LOGIN);
        simulator.events().define("pe62515_other");
        simulator.settings().withoutScopes("analytics.behavioral_events.send");

        Reply refused = client.post(SEND, LOGIN);
        simulator.reset();

        assertThat(refused.status()).isEqualTo(403);
        assertThat(simulator.events().received()).isEmpty();
        assertThat(client.post(SEND, LOGIN).status()).isEqualTo(204);
        assertThat(client.post("/events/2026-09/send", LOGIN).status()).isEqualTo(404);
    }
}
