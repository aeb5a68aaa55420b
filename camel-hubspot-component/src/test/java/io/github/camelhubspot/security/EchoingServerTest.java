// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.security;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static io.github.camelhubspot.security.WireServer.ascii;
import static io.github.camelhubspot.security.WireServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** A server that repeats the secrets that it was sent, wherever it can, gets them into no exception, log or trace of ours. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class EchoingServerTest {

    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String GRANT = "{\"access_token\":\"" + Secrets.ACCESS
            + "\",\"expires_in\":1800,\"refresh_token\":\"" + Secrets.REFRESH + "\"}";

    /** What each kind of answer makes of a secret. */
    private static final Map<String, Function<String, WireServer.Answer>> ECHOES = echoes();

    private static Map<String, Function<String, WireServer.Answer>> echoes() {
        Map<String, Function<String, WireServer.Answer>> echoes = new LinkedHashMap<>();
        for (int status : new int[] {302, 400, 401, 403, 404, 409, 418, 423, 429, 500, 503}) {
            echoes.put("JSON with " + status, secret -> status(status, everywhere(secret)));
            echoes.put("text with " + status, secret -> status(status, secret));
        }
        echoes.put("a JSON text", secret -> status(400, '"' + secret + '"'));
        echoes.put("escaped JSON", secret -> status(400, everywhere(escaped(secret))));
        echoes.put(
                "JSON in the message",
                secret -> status(
                        400,
                        "{\"message\":\"x: [{\\\"name\\\":\\\"" + secret + "\\\",\\\"error\\\":\\\"" + secret
                                + "\\\"}]\"}"));
        echoes.put("an id in a header", secret -> status(500, "{}", "X-HubSpot-Correlation-Id: " + secret));
        echoes.put("a wait", secret -> status(429, "{}", "Retry-After: " + secret));
        echoes.put("a limit", secret -> status(429, "{}", "X-HubSpot-RateLimit-Max: " + secret));
        echoes.put("a date", secret -> status(500, "{}", "Date: " + secret));
        echoes.put("a challenge", secret -> status(401, "{}", "WWW-Authenticate: " + secret + ",=" + secret));
        echoes.put("a location", secret -> status(307, "{}", "Location: " + secret + "://{" + secret));
        echoes.put("a cookie", secret -> status(500, "{}", "Set-Cookie: " + secret + ";" + secret));
        echoes.put("a success that is no JSON", secret -> status(200, secret));
        echoes.put("a success with a broken text", secret -> status(200, "{\"id\":\"" + secret));
        echoes.put("a success with a broken name", secret -> status(200, "{" + secret + ":1}"));
        echoes.put("a success with a broken number", secret -> status(200, "{\"id\":1" + secret + "}"));
        echoes.put("a success with a broken escape", secret -> status(200, "{\"id\":\"\\" + secret + "\"}"));
        echoes.put("a success with more behind", secret -> status(200, "{} " + secret));
        echoes.put("the status line", secret -> raw(secret + "\r\n\r\n"));
        echoes.put("the version", secret -> raw("HTTP/" + secret + " 200 OK\r\n\r\n"));
        echoes.put("the status", secret -> raw("HTTP/1.1 " + secret + "\r\n\r\n"));
        echoes.put(
                "the reason",
                secret -> raw("HTTP/1.1 500 " + secret + "\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"));
        echoes.put("a header line", secret -> raw(OK + secret + "\r\n\r\n"));
        echoes.put("a length", secret -> raw(OK + "Content-Length: " + secret + "\r\n\r\n"));
        echoes.put("a transfer encoding", secret -> raw(OK + "Transfer-Encoding: " + secret + "\r\n\r\n"));
        echoes.put(
                "a coding",
                secret -> raw(
                        OK + "Connection: close\r\nContent-Encoding: " + secret + "\r\nContent-Length: 1\r\n\r\nx"));
        echoes.put(
                "two codings",
                secret -> raw(OK + "Content-Encoding: gzip," + secret + "\r\nContent-Length: 1\r\n\r\nx"));
        echoes.put("a chunk size", secret -> raw(OK + "Transfer-Encoding: chunked\r\n\r\n" + secret + "\r\n"));
        echoes.put("what follows a chunk", secret -> raw(OK + "Transfer-Encoding: chunked\r\n\r\n1\r\n{" + secret));
        echoes.put(
                "a trailer",
                secret -> raw(OK + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n" + secret + "\r\n\r\n"));
        echoes.put("an upgrade", secret -> raw("HTTP/1.1 101 X\r\nUpgrade: " + secret + "\r\n\r\n"));
        echoes.put("nothing", secret -> raw(""));
        return echoes;
    }

    private static WireServer.Answer raw(String text) {
        WireServer.Unbuffered answer = (request, out) -> {
            out.write(ascii(text));
            throw new IOException("The connection ends here");
        };
        return answer;
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(c -> escaped.append(String.format(Locale.ROOT, "\\u%04x", c)));
        return escaped.toString();
    }

    private static String everywhere(String secret) {
        return """
                {"status": "S", "message": "S", "category": "S", "errorType": "S", "correlationId": "S", "policyName": "S",
                 "subCategory": {"name": "S"}, "context": {"S": ["S"], "requiredGranularScopes": ["S"]},
                 "errors": [{"message": "S", "code": "S", "in": "S", "name": "S", "error": "S", "subCategory": "S",
                             "context": {"S": ["S"], "propertyName": ["S"]}}],
                 "error": "S", "error_description": "S"}
                """.replace("S", secret);
    }

    /** One for each way to a token that is had, and one for that which is not. */
    private static final Map<String, Wired> WIRED = new HashMap<>();

    @AfterAll
    static void close() throws Exception {
        for (Wired wired : WIRED.values()) {
            wired.close();
        }
    }

    private static Wired wired(Secrets way, boolean granted) {
        return WIRED.computeIfAbsent(way + " " + granted, key -> routes(new Wired(way.credentials)));
    }

    private static Wired routes(Wired wired) {
        wired.context.setTracing(true);
        wired.context.setMessageHistory(true);
        try {
            wired.context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:get").to("hubspot:objects/contacts?operation=get&objectId=1");
                    from("direct:create").to("hubspot:objects/contacts?operation=create");
                    from("direct:batch").to("hubspot:objects/contacts?operation=batchCreate");
                    from("direct:put").to("hubspot:associations/contacts?toObjectType=companies&operation=putDefault");
                }
            });
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return wired;
    }

    static Stream<Arguments> callsThatFail() {
        return Stream.of(Secrets.values())
                .flatMap(way -> ECHOES.entrySet().stream().map(echo -> arguments(way, echo.getKey(), echo.getValue())));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("callsThatFail")
    void aCallThatFailsTellsNoToken(Secrets way, String kind, Function<String, WireServer.Answer> echo) {
        assertTellsNothing(wired(way, true), (request, out) -> {
            WireServer.Answer answer = request.path().startsWith("/oauth/")
                    ? status(200, GRANT)
                    : echo.apply(request.headers().get("Authorization").get(0).substring("Bearer ".length()));
            answer.write(request, out);
        });
    }

    static Stream<Arguments> tokensThatAreNotGiven() {
        return Stream.of(Secrets.CLIENT, Secrets.REFRESH, Secrets.ACCESS).flatMap(secret -> ECHOES.entrySet().stream()
                .map(echo -> arguments(secret, echo.getKey(), echo.getValue())));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("tokensThatAreNotGiven")
    void aTokenEndpointThatFailsTellsNoSecret(String secret, String kind, Function<String, WireServer.Answer> echo) {
        assertTellsNothing(wired(Secrets.OAUTH, false), echo.apply(secret));
    }

    private static void assertTellsNothing(Wired wired, WireServer.Answer answer) {
        WireServer.Unbuffered unbuffered = answer::write;
        wired.server.answers(unbuffered);
        wired.server.forget();
        List<Exception> exceptions = new ArrayList<>();
        String logged;
        try (LogCapture log = new LogCapture()) {
            exceptions.add(wired.send("direct:get", "1").getException());
            exceptions.add(
                    wired.send("direct:create", Map.of("email", "a@b.example")).getException());
            exceptions.add(wired.send("direct:batch", List.of(Map.of("email", "a@b.example")))
                    .getException());
            exceptions.add(wired.send("direct:put", Map.of("objectId", 1, "toObjectId", 2))
                    .getException());
            logged = log.text();
        }
        assertThat(wired.server.requests()).hasSizeGreaterThanOrEqualTo(4);
        assertThat(logged).contains("Failed delivery", "hubspot");
        Secrets.assertNotIn("the log", logged);
        assertThat(exceptions).doesNotContainNull().allSatisfy(Secrets::assertNotIn);
    }
}
