// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.seeds;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** No header of the message reaches the wire, and none of the answer reaches the message. */
class MessageHeadersTest extends SeedTestSupport {

    private static final Set<String> SET_BY_A_CALL = Set.of(
            "CamelHubSpotResultId",
            "CamelHubSpotStatusCode",
            "CamelHubSpotCorrelationId",
            "CamelHubSpotSucceeded",
            "CamelHubSpotFailed");

    @RegisterExtension
    final RecordingServer elsewhere = new RecordingServer();

    /** What the HTTP components of Camel would heed, what HTTP itself has, and what nobody asked for. */
    private Map<String, Object> headersThatMustNotMatter() {
        Map<String, Object> headers = new HashMap<>();
        headers.put("Authorization", "Bearer of-someone-else");
        headers.put("Content-Type", "text/csv;charset=ISO-8859-9");
        headers.put("Content-Length", "1");
        headers.put("Content-Encoding", "gzip");
        headers.put("Transfer-Encoding", "gzip");
        headers.put("Accept", "text/html");
        headers.put("Host", elsewhere.authority());
        headers.put("Expect", "100-continue");
        headers.put("Cookie", "session=1");
        headers.put("X-Secret", "s3cr3t");
        headers.put("x-http-method-override", "DELETE");
        headers.put("CamelHttpMethod", "DELETE");
        headers.put("CamelHttpUri", elsewhere.baseUrl() + "/uri");
        headers.put("CamelRestHttpUri", elsewhere.baseUrl() + "/rest");
        headers.put("CamelHttpUrl", elsewhere.baseUrl() + "/url");
        headers.put("CamelHttpPath", "/elsewhere");
        headers.put("CamelHttpQuery", "evil=1");
        headers.put("CamelHttpRawQuery", "evil=2");
        headers.put("CamelRestHttpQuery", "evil=3");
        headers.put("CamelHttpCharacterEncoding", "ISO-8859-9");
        headers.put("CamelHttpProtocolVersion", "HTTP/1.0");
        headers.put("CamelHttpResponseCode", 503);
        headers.put("CamelCharsetName", "ISO-8859-9");
        headers.put("CamelFileName", "in.csv");
        return headers;
    }

    /** Options that have no header, and headers that are not read since the URI says it. */
    private Map<String, Object> headersWithoutPower() {
        Map<String, Object> headers = new HashMap<>();
        headers.put("CamelHubSpotAccessToken", "of-someone-else");
        headers.put("CamelHubSpotBaseUrl", elsewhere.baseUrl());
        headers.put("CamelHubSpotApiVersion", "2026-09");
        headers.put("CamelHubSpotMethod", "DELETE");
        headers.put("CamelHubSpotPath", "/elsewhere");
        headers.put("CamelHubSpotOutputType", "string");
        headers.put("CamelHubSpotOnConflict", "update");
        headers.put("CamelHubSpotBatchFailure", "report");
        headers.put("CamelHubSpotRejectedUri", elsewhere.baseUrl());
        headers.put("CamelHubSpotOperation", "archive");
        headers.put("CamelHubSpotObjectType", "contacts");
        headers.put("CamelHubSpotToObjectType", "deals");
        headers.put("CamelHubSpotResultId", "1");
        headers.put("CamelHubSpotStatusCode", 500);
        return headers;
    }

    @ParameterizedTest
    @EnumSource
    void stayInTheMessage(SeedCall seed) {
        assertChangesNothing(seed, headersThatMustNotMatter());
    }

    @ParameterizedTest
    @EnumSource
    void haveNoPower(SeedCall seed) {
        assertChangesNothing(seed, headersWithoutPower());
    }

    private void assertChangesNothing(SeedCall seed, Map<String, Object> more) {
        Map<String, Object> headers = new HashMap<>(more);
        headers.putAll(seed.headers());
        server.answers(SeedCall.ANSWER);

        Exchange exchange = call(seed.uri(), seed.body(), headers);

        assertThat(elsewhere.requests()).isEmpty();
        seed.assertIsOnTheWire(server.onlyRequest(), TOKEN);
        Map<String, Object> kept = new HashMap<>(headers);
        kept.keySet().removeAll(SET_BY_A_CALL);
        assertThat(exchange.getMessage().getHeaders()).containsAllEntriesOf(kept);
    }

    @ParameterizedTest
    @EnumSource
    void areNotSetFromTheAnswer(SeedCall seed) {
        server.answers(SeedCall.ANSWER
                .with("Set-Cookie", "session=1")
                .with("Location", elsewhere.baseUrl() + "/next")
                .with("X-Anything", "x")
                .with("CamelHubSpotObjectId", "666")
                .with("CamelHubSpotOperation", "archive")
                .with("X-HubSpot-RateLimit-Remaining", "99"));

        Exchange exchange = call(seed.uri(), seed.body(), seed.headers());

        assertThat(elsewhere.requests()).isEmpty();
        Set<String> allowed = new HashSet<>(SET_BY_A_CALL);
        allowed.addAll(seed.headers().keySet());
        assertThat(exchange.getMessage().getHeaders().keySet()).isSubsetOf(allowed);
        assertThat(exchange.getMessage().getHeaders()).containsAllEntriesOf(seed.headers());
    }

    /** A charset that the route works with is about its own files; HubSpot is spoken to in UTF-8. */
    @ParameterizedTest
    @EnumSource
    void norDoesTheCharsetOfTheExchangeMatter(SeedCall seed) {
        server.answers(SeedCall.ANSWER);

        Exchange exchange = template.send(seed.uri(), prepared -> {
            prepared.setProperty("CamelCharsetName", "ISO-8859-9");
            prepared.getMessage().setBody(seed.body());
            prepared.getMessage().setHeaders(new HashMap<>(seed.headers()));
        });

        assertThat(exchange.getException()).isNull();
        seed.assertIsOnTheWire(server.onlyRequest(), TOKEN);
        assertThat(new String(server.onlyRequest().body(), StandardCharsets.UTF_8))
                .doesNotContain("\uFFFD");
    }

    /** A second call with the message that the first one left. */
    @ParameterizedTest
    @EnumSource
    void ofOneAnswerDoNotSteerTheNextCall(SeedCall seed) {
        server.answers(CannedAnswer.json(201, "{\"id\": \"999\", \"properties\": {}}"), SeedCall.ANSWER);
        Exchange first = call("hubspot:objects/contacts?operation=create", Map.of("email", "ada@example.com"));
        Map<String, Object> headers = new HashMap<>(first.getMessage().getHeaders());
        headers.putAll(seed.headers());

        call(seed.uri(), seed.body(), headers);

        assertThat(server.requests()).hasSize(2);
        seed.assertIsOnTheWire(server.requests().get(1), TOKEN);
    }
}
