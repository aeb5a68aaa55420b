// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.security;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhubspot.HubSpotAuthenticationException;
import io.github.camelhubspot.HubSpotException;
import io.github.camelhubspot.HubSpotToken;
import io.github.camelhubspot.HubSpotTokenProvider;

import static io.github.camelhubspot.security.WireServer.ascii;
import static io.github.camelhubspot.security.WireServer.json;
import static org.assertj.core.api.Assertions.assertThat;

/** Tokens that would write headers, have ended, or never end, from a provider or from HubSpot's token endpoint. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HostileTokenTest {

    private static final String GET = "hubspot:objects/contacts?operation=get&objectId=1";

    static Stream<String> textsThatAreNoToken() {
        return Stream.of(
                null,
                "",
                " ",
                "to ken",
                "token\n",
                "\rtoken",
                "to\r\nX-Injected: yes",
                "to\r\n\r\nDELETE /crm/v3/objects/contacts/1 HTTP/1.1\r\n\r\n",
                "to\u0000ken",
                "to\tken",
                "to\u007fken",
                "to\u0085ken",
                "to\u2028ken",
                "to\u010D\u010Aken",
                "t\u00f6ken",
                "\uD83D\uDE00",
                "\uD800");
    }

    private static Wired provided(HubSpotTokenProvider provider) {
        return new Wired(configuration -> configuration.setTokenProvider(provider));
    }

    @ParameterizedTest
    @MethodSource("textsThatAreNoToken")
    void ofAProviderAreRefusedBeforeTheCall(String token) throws Exception {
        try (Wired wired = provided(account -> HubSpotToken.of(token))) {
            assertThat(wired.send(GET, null).getException())
                    .isInstanceOf(HubSpotAuthenticationException.class)
                    .hasMessageContaining("tokenProvider")
                    .hasMessageContaining("gave no token")
                    .message()
                    .doesNotContainPattern("[\\r\\n\\u2028]");
            assertThat(wired.server.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("textsThatAreNoToken")
    void ofTheTokenEndpointAreRefusedBeforeTheCall(String token) throws Exception {
        try (Wired wired = new Wired(Secrets.OAUTH.credentials)) {
            StringBuilder escaped = new StringBuilder();
            if (token != null) {
                token.chars().forEach(c -> escaped.append(String.format(java.util.Locale.ROOT, "\\u%04x", c)));
            }
            wired.server.answers(
                    json(token == null ? "{\"access_token\":null}" : "{\"access_token\":\"" + escaped + "\"}"));

            assertThat(wired.send(GET, null).getException())
                    .isInstanceOf(HubSpotException.class)
                    .hasMessageContaining("holds no access_token");
            assertThat(wired.server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "{}",
                "\"text\"",
                "{\"access_token\":{}}",
                "{\"access_token\":[\"pat5ecret-na1-0123\"]}",
                "{\"access_token\":true,\"access_token\":null}",
                "{\"access_token\":\"pat5ecret-na1-0123\"",
                "{\"access_token\":\"pat5ecret-na1-0123\"} {}",
                "pat5ecret-na1-0123"
            })
    void areNotToBeHadFromAnAnswerOfAnotherShape(String answer) throws Exception {
        try (Wired wired = new Wired(Secrets.OAUTH.credentials)) {
            wired.server.answers(json(answer));

            Exception exception = wired.send(GET, null).getException();

            assertThat(exception).isInstanceOf(HubSpotException.class);
            Secrets.assertNotIn(exception);
            assertThat(wired.server.requests()).hasSize(1);
        }
    }

    static Stream<Instant> timesThatHaveCome() {
        return Stream.of(Instant.MIN, Instant.EPOCH, Instant.now().minusSeconds(1));
    }

    @ParameterizedTest
    @MethodSource("timesThatHaveCome")
    void thatHaveEndedAreRefusedAndNotAskedForAgainAndAgain(Instant expiresAt) throws Exception {
        List<String> asked = new ArrayList<>();
        try (Wired wired = provided(account -> {
            asked.add(account);
            return new HubSpotToken(Secrets.ACCESS, expiresAt);
        })) {
            assertThat(wired.send(GET, null).getException())
                    .isInstanceOf(HubSpotAuthenticationException.class)
                    .hasMessageContaining("expired already");
            assertThat(asked).hasSize(1);
            assertThat(wired.server.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1000000000-12-31T23:59:59.999999999Z", "+10000-01-01T00:00:00Z", "2500-01-01T00:00:00Z"})
    void thatPracticallyNeverEndAreUsed(Instant expiresAt) throws Exception {
        try (Wired wired = provided(account -> new HubSpotToken(Secrets.ACCESS, expiresAt))) {
            assertUsed(wired, 2);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "0",
                "-9223372036854775808",
                "9223372036854775807",
                "9223372036",
                "9223372037",
                "31556889864403199",
                "99999999999999999999",
                "1e999999999",
                "-1e999999999",
                "1e-999999999",
                "0.5",
                "null",
                "true",
                "\"\"",
                "\"soon\"",
                "\"-1\"",
                "\"99999999999999999999\"",
                "{\"a\":1}",
                "[1800]"
            })
    void areUsedWhateverTheTokenEndpointSaysOfTheirLife(String expiresIn) throws Exception {
        try (Wired wired = new Wired(Secrets.OAUTH.credentials)) {
            wired.server.answers((request, out) -> (request.path().startsWith("/oauth/")
                            ? json("{\"access_token\":\"" + Secrets.ACCESS + "\",\"expires_in\":" + expiresIn + "}")
                            : json("{\"id\":\"1\"}"))
                    .write(request, out));
            assertUsed(wired, 3);
        }
    }

    private static void assertUsed(Wired wired, int mostRequests) {
        wired.server.forget();
        Exchange exchange = wired.send(GET, null);
        assertThat(exchange.getException()).isNull();
        assertThat(wired.server.requests())
                .hasSizeLessThanOrEqualTo(mostRequests)
                .anySatisfy(request ->
                        assertThat(request.headers().get("Authorization")).containsExactly("Bearer " + Secrets.ACCESS));
    }

    @Test
    void areAwaitedNoLongerThanTheAnswerThatHoldsThemMayBe() throws Exception {
        try (Wired wired = new Wired(Secrets.OAUTH.credentials)) {
            WireServer.Unbuffered endless = (request, out) -> {
                String first = "{\"access_token\":\"" + Secrets.ACCESS + "\",\"more\":\"";
                out.write(ascii("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + Integer.toHexString(first.length()) + "\r\n" + first + "\r\n"));
                // In chunks, since the client would read those to their end before it used the connection again.
                byte[] more = ascii("2000\r\n" + "x".repeat(8192) + "\r\n");
                while (true) {
                    out.write(more);
                }
            };
            wired.server.answers(endless);

            assertThat(wired.send(GET, null).getException())
                    .isInstanceOf(HubSpotException.class)
                    .hasMessageContaining("token endpoint");
        }
    }

    @Test
    void thatCannotBeHadForAnyReasonEndTheCallAndNotTheComponent() throws Exception {
        List<Throwable> faults = List.of(
                new IOException("vault is sealed"),
                new IllegalStateException(),
                new NoClassDefFoundError("vault/Client"),
                new StackOverflowError());
        for (Throwable fault : faults) {
            boolean[] fails = {true};
            try (Wired wired = provided(account -> {
                if (fails[0]) {
                    throw HostileTokenTest.<RuntimeException>sneaky(fault);
                }
                return HubSpotToken.of(Secrets.ACCESS);
            })) {
                assertThat(wired.send(GET, null).getException())
                        .as("with %s", fault)
                        .isNotNull();
                fails[0] = false;
                assertUsed(wired, 1);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T sneaky(Throwable fault) throws T {
        throw (T) fault;
    }
}
