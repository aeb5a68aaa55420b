// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhubspot.simulator.Client.Reply;
import io.github.camelhubspot.simulator.calls.RecordedCall;

import static org.assertj.core.api.Assertions.assertThat;

/** What all operations share: routes, tokens, scopes, dates, correlation ids, and the recording of calls. */
class ServerTest extends SimulatorTest {

    private Reply withToken(String authorization) throws IOException {
        var request = client.request(COMPANIES).GET();
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return Client.send(request);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer wrong", "Basic simulator-token", "simulator-token"})
    void badTokensAreRefused(String authorization) throws IOException {
        Reply reply = withToken(authorization);

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.text("/status")).isEqualTo("error");
        assertThat(reply.text("/category")).isEqualTo("INVALID_AUTHENTICATION");
        assertThat(reply.text("/message")).startsWith("Authentication credentials not found.");
    }

    @Test
    void aSlashAtTheEndOfAPathMeansNothing() throws IOException {
        assertThat(client.get("/crm/v3/owners/?limit=1").at("/results")).hasSize(1);
        assertThat(client.post(COMPANIES + "/", "{\"properties\":{\"name\":\"Acme\"}}")
                        .status())
                .isEqualTo(201);
        assertThat(client.get("/").status()).isEqualTo(404);
    }

    @Test
    void noTokenIsRefusedAndSeveralCanBeAccepted() throws IOException {
        assertThat(withToken(null).status()).isEqualTo(401);
        simulator.settings().acceptedTokens().add("other");
        assertThat(withToken("Bearer other").status()).isEqualTo(200);
        assertThat(withToken("bearer " + simulator.accessToken()).status()).isEqualTo(200);
    }

    @Test
    void expiredTokensSaySo() throws IOException {
        simulator.clock().stopAt(Instant.parse("2026-01-01T00:01:00Z"));
        simulator.settings().expireToken("old", Instant.parse("2026-01-01T00:00:00Z"));

        Reply reply = withToken("Bearer old");

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.text("/category")).isEqualTo("EXPIRED_AUTHENTICATION");
        assertThat(reply.text("/message"))
                .isEqualTo("The OAuth token used to make this call expired 60 second(s) ago.");
        assertThat(reply.text("/context/expire time/0")).isEqualTo("2026-01-01T00:00:00Z");
    }

    @Test
    void scopesCanBeTakenAway() throws IOException {
        simulator.settings().withoutScopes("crm.objects.companies.write", "tickets", "crm.schemas.contacts.read");

        Reply reply = client.post(COMPANIES, "not even JSON");

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.text("/category")).isEqualTo("MISSING_SCOPES");
        assertThat(reply.text("/errors/0/context/requiredGranularScopes/0")).isEqualTo("crm.objects.companies.write");
        assertThat(reply.at("/links").has("scopes")).isTrue();
        assertThat(client.get(COMPANIES).status()).isEqualTo(200);
        assertThat(client.get(TICKETS).status()).isEqualTo(403);
        assertThat(client.get("/crm/v3/properties/contacts").status()).isEqualTo(403);
        assertThat(client.post("/crm/v4/associations/contacts/tickets/batch/read", "{}")
                        .status())
                .isEqualTo(403);
        simulator.settings().withScopes("tickets");
        assertThat(client.get(TICKETS).status()).isEqualTo(200);
    }

    @Test
    void checksComeInHubSpotsOrder() throws IOException {
        simulator.settings().withoutScopes("crm.objects.companies.write");

        // route, then token, then type, then scope, then body
        assertThat(Client.send(client.request("/crm/v3/nothing").GET()).status())
                .isEqualTo(404);
        assertThat(Client.send(client.request("/crm/v3/objects/widgets").GET()).status())
                .isEqualTo(401);
        assertThat(client.post("/crm/v3/objects/widgets", "no JSON").text("/message"))
                .isEqualTo("Unable to infer object type from: widgets");
        assertThat(client.post(COMPANIES, "no JSON").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /crm/v3, 404",
        "GET, /crm/objects/2031-03/companies, 404",
        "PUT, /crm/v3/objects/companies, 405",
        "POST, /crm/v3/objects/companies/1, 405",
        "GET, /crm/v3/objects/companies/batch/create, 405",
        "POST, /crm/v3/objects/feedback_submissions, 405",
        "POST, /crm/v3/objects/partner_clients, 405",
        "GET, /crm/v3/objects/companies//, 404"
    })
    void unknownPathsAndWrongMethods(String method, String path, int status) throws IOException {
        Reply reply = client.call(method, path, null);

        assertThat(reply.status()).isEqualTo(status);
        if (status == 405) {
            assertThat(reply.text("/category")).isEqualTo("METHOD_NOT_ALLOWED");
        }
    }

    @Test
    void correlationIdsAreOnEveryAnswerAndSortByTime() throws IOException {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(client.get(COMPANIES).header("X-HubSpot-Correlation-Id"));
        }
        Reply error = client.get(COMPANIES + "/1");

        assertThat(ids).isSorted().doesNotHaveDuplicates();
        assertThat(error.text("/correlationId")).isEqualTo(error.header("X-HubSpot-Correlation-Id"));
        assertThat(simulator.calls().get(5).correlationId()).isEqualTo(error.text("/correlationId"));
        assertThat(error.header("Content-Type")).isEqualTo("application/json;charset=utf-8");
    }

    @Test
    void longAddressesAreRefused() throws IOException {
        String path = COMPANIES + "?properties=";

        assertThat(client.get(path + "x".repeat(16_000 - path.length())).status())
                .isEqualTo(200);
        assertThat(client.get(path + "x".repeat(16_001 - path.length())).status())
                .isEqualTo(414);
    }

    @Test
    void datesAreThoseOfTheSimulatorsClock() throws IOException {
        simulator.clock().stopAt(Instant.parse("2026-02-03T04:05:06Z"));
        Reply created = client.post(COMPANIES, "{\"properties\":{\"name\":\"Acme\"}}");
        simulator.clock().advance(Duration.ofHours(-5));
        Reply error = client.get(COMPANIES + "/1");
        simulator.faults().next().answer(503);
        Reply fault = client.get(COMPANIES);

        assertThat(created.header("Date")).isEqualTo("Tue, 03 Feb 2026 04:05:06 GMT");
        assertThat(created.text("/createdAt")).isEqualTo("2026-02-03T04:05:06Z");
        assertThat(error.status()).isEqualTo(404);
        assertThat(error.header("Date")).isEqualTo("Mon, 02 Feb 2026 23:05:06 GMT");
        assertThat(fault.header("Date")).isEqualTo("Mon, 02 Feb 2026 23:05:06 GMT");
        assertThat(simulator.calls().get(1).arrivedAt()).isEqualTo("2026-02-02T23:05:06Z");
    }

    @Test
    void aRunningClockCanBeBehind() throws IOException {
        Instant before = Instant.now();
        simulator.clock().advance(Duration.ofMinutes(-10));

        Reply reply = client.get(COMPANIES);

        Instant date = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(reply.header("Date")));
        // Dates have no fractions of a second.
        assertThat(date).isBetween(before.minusSeconds(601), Instant.now().minusSeconds(600));
    }

    @Test
    void callsAreRecordedAsTheyWereOnTheWire() throws IOException {
        client.get(CONTACTS + "/ann%40example.com%2F?idProperty=email&properties=a%2Cb");
        client.post(COMPANIES, "{\"properties\":{\"name\":\"Zoë\"}}");

        RecordedCall get = simulator.calls().get(0);
        RecordedCall post = simulator.calls().get(1);
        assertThat(get.index()).isZero();
        assertThat(get.method()).isEqualTo("GET");
        assertThat(get.path()).isEqualTo(CONTACTS + "/ann%40example.com%2F");
        assertThat(get.query()).isEqualTo("idProperty=email&properties=a%2Cb");
        assertThat(get.header("AUTHORIZATION")).isEqualTo("Bearer simulator-token");
        assertThat(get.body()).isEmpty();
        assertThat(get.status()).isEqualTo(404);
        assertThat(post.query()).isNull();
        assertThat(post.bodyJson().at("/properties/name").asText()).isEqualTo("Zoë");
        assertThat(post.responseJson().at("/properties/name").asText()).isEqualTo("Zoë");
        assertThat(post.status()).isEqualTo(201);
        assertThat(post.arrivedAt()).isAfterOrEqualTo(get.arrivedAt());
        simulator.clearCalls();
        assertThat(simulator.calls()).isEmpty();
    }

    @Test
    void recordingIsBounded() throws IOException {
        simulator.settings().maxKeptCalls(2).recordBodies(false);
        for (int i = 0; i < 4; i++) {
            client.post(COMPANIES, "{\"properties\":{\"name\":\"n\"}}");
        }

        assertThat(simulator.calls()).extracting(RecordedCall::index).containsExactly(2L, 3L);
        assertThat(simulator.calls().get(0).body()).isEmpty();
        assertThat(simulator.calls().get(0).responseBody()).isEmpty();
    }

    @Test
    void resetMakesEverythingNew() throws IOException {
        crm.defineObjectType("machine");
        crm.defineLabel("tickets", "companies", "l", "L", null);
        crm.link("tickets", ticket("s").id(), "companies", company("Acme").id());
        simulator.settings().dailyLimit(1).withoutScopes("tickets");
        simulator.faults().always().answer(500);
        client.get(COMPANIES);

        simulator.reset();

        assertThat(simulator.calls()).isEmpty();
        assertThat(client.get(COMPANIES).at("/results")).isEmpty();
        assertThat(client.get(TICKETS).status()).isEqualTo(200);
        assertThat(client.get("/crm/v3/objects/p62515_machine").status()).isEqualTo(400);
        assertThat(client.get("/crm/v4/associations/tickets/companies/labels").at("/results"))
                .hasSize(2);
    }
}
