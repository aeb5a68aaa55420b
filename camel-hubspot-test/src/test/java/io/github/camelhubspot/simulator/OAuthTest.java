// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhubspot.simulator.Client.Reply;
import io.github.camelhubspot.simulator.oauth.OAuthApp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** OAuth: getting access tokens, calling with them, and their end. */
class OAuthTest extends SimulatorTest {

    private static final String TOKEN = "/oauth/v3/token";

    private final OAuthApp app = simulator.oauth();

    private Map<String, String> form() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "refresh_token");
        form.put("client_id", app.clientId());
        form.put("client_secret", app.clientSecret());
        form.put("refresh_token", app.refreshToken());
        return form;
    }

    private static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private Reply request(String path, Map<String, String> form) throws IOException {
        return Client.send(client.request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encode(form))));
    }

    private String accessToken(String refreshToken) throws IOException {
        Map<String, String> form = form();
        form.put("refresh_token", refreshToken);
        return request(TOKEN, form).text("/access_token");
    }

    private Reply get(String accessToken, String path) throws IOException {
        return Client.send(client.request(path).GET().header("Authorization", "Bearer " + accessToken));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oauth/v3/token", "/oauth/2026-03/token", "/oauth/2026-09/token"})
    void aRefreshTokenGivesAccessTokens(String path) throws IOException {
        simulator.settings().withoutScopes("tickets");

        Reply reply = request(path, form());

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("/token_type")).isEqualTo("bearer");
        assertThat(reply.text("/refresh_token")).isEqualTo(app.refreshToken());
        assertThat(reply.at("/expires_in").asInt()).isEqualTo(1800);
        assertThat(reply.at("/hub_id").asLong()).isEqualTo(simulator.settings().portalId());
        assertThat(reply.at("/scopes"))
                .extracting(scope -> scope.asText())
                .contains("oauth", "crm.objects.contacts.read", "crm.schemas.companies.write")
                .doesNotContain("tickets");
        assertThat(get(reply.text("/access_token"), COMPANIES).status()).isEqualTo(200);
        assertThat(get(simulator.accessToken(), COMPANIES).status())
                .as("the private app's token")
                .isEqualTo(200);
        assertThat(app.refreshes()).isOne();
    }

    @Test
    void v1SaysLess() throws IOException {
        Reply reply = request("/oauth/v1/token", form());
        Map<String, String> bad = form();
        bad.put("refresh_token", "unknown");
        Reply refusal = request("/oauth/v1/token", bad);

        assertThat(reply.body().fieldNames())
                .toIterable()
                .containsExactly("token_type", "access_token", "refresh_token", "expires_in");
        assertThat(get(reply.text("/access_token"), COMPANIES).status()).isEqualTo(200);
        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.body().fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("status", "message", "correlationId");
    }

    @ParameterizedTest
    @CsvSource({
        "grant_type, password, BAD_GRANT_TYPE, unsupported_grant_type",
        "grant_type, , BAD_GRANT_TYPE, unsupported_grant_type",
        "client_id, other, BAD_CLIENT_ID, invalid_client",
        "client_id, , BAD_CLIENT_ID, invalid_client",
        "client_secret, other, BAD_CLIENT_SECRET, invalid_client",
        "refresh_token, other, BAD_REFRESH_TOKEN, invalid_grant",
        "refresh_token, , BAD_REFRESH_TOKEN, invalid_grant"
    })
    void refusalsSayWhatIsWrong(String field, String value, String status, String error) throws IOException {
        Map<String, String> form = form();
        if (value == null) {
            form.remove(field);
        } else {
            form.put(field, value);
        }

        Reply reply = request(TOKEN, form);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("/status")).isEqualTo(status);
        assertThat(reply.text("/error")).isEqualTo(error);
        assertThat(reply.text("/error_description")).isEqualTo(reply.text("/message"));
        assertThat(reply.text("/correlationId")).isEqualTo(reply.header("X-HubSpot-Correlation-Id"));
        assertThat(app.refreshes()).isZero();
    }

    @Test
    void nothingIsTakenFromTheQuery() throws IOException {
        assertThat(request(TOKEN + "?" + encode(form()), Map.of()).text("/status"))
                .isEqualTo("BAD_GRANT_TYPE");
    }

    @Test
    void accessTokensExpireByTheSimulatorsClock() throws IOException {
        simulator.clock().stopAt(Instant.parse("2026-01-01T00:00:00Z"));
        app.tokenLifetime(Duration.ofSeconds(90));
        Reply issued = request(TOKEN, form());
        String token = issued.text("/access_token");

        simulator.clock().advance(Duration.ofSeconds(89));
        Reply before = get(token, COMPANIES);
        simulator.clock().advance(Duration.ofSeconds(1));
        Reply at = get(token, COMPANIES);
        simulator.clock().advance(Duration.ofSeconds(41));
        Reply after = get(token, COMPANIES);

        assertThat(issued.at("/expires_in").asInt()).isEqualTo(90);
        assertThat(before.status()).isEqualTo(200);
        assertThat(at.status()).isEqualTo(401);
        assertThat(after.status()).isEqualTo(401);
        assertThat(after.text("/category")).isEqualTo("EXPIRED_AUTHENTICATION");
        assertThat(after.text("/message"))
                .isEqualTo("The OAuth token used to make this call expired 41 second(s) ago.");
        assertThat(after.text("/context/expire time/0")).isEqualTo("2026-01-01T00:01:30Z");
    }

    @Test
    void allTokensCanExpireAtOnce() throws IOException {
        String first = accessToken(app.refreshToken());
        String second = accessToken(app.refreshToken());
        assertThat(get(first, COMPANIES).status()).isEqualTo(200);

        app.expireAll();

        assertThat(get(first, COMPANIES).text("/category")).isEqualTo("EXPIRED_AUTHENTICATION");
        assertThat(get(second, COMPANIES).text("/category")).isEqualTo("EXPIRED_AUTHENTICATION");
        assertThat(get(accessToken(app.refreshToken()), COMPANIES).status()).isEqualTo(200);
        assertThat(app.refreshes()).isEqualTo(3);
    }

    @Test
    void aRevokedRefreshTokenGivesNoMoreButWhatItGaveLivesOn() throws IOException {
        String token = accessToken(app.refreshToken());

        app.revoke(app.refreshToken());

        assertThat(request(TOKEN, form()).text("/status")).isEqualTo("BAD_REFRESH_TOKEN");
        assertThat(get(token, COMPANIES).status()).isEqualTo(200);
    }

    @Test
    void refreshTokensCanRotate() throws IOException {
        app.rotateRefreshTokens(true);
        Map<String, String> old = form();

        String next = request(TOKEN, old).text("/refresh_token");

        assertThat(next).isNotEqualTo(old.get("refresh_token")).isEqualTo(app.refreshToken());
        assertThat(request(TOKEN, old).text("/status")).isEqualTo("BAD_REFRESH_TOKEN");
        Reply reply = request(TOKEN, form());
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.at("/hub_id").asLong()).isEqualTo(simulator.settings().portalId());
    }

    @Test
    void aCodeGivesTheFirstTokensOfAnotherAccountOnce() throws IOException {
        Map<String, String> form = form();
        form.put("grant_type", "authorization_code");
        form.remove("refresh_token");
        form.put("code", app.authorizationCode());
        Reply noAddress = request(TOKEN, form);
        form.put("redirect_uri", "https://example.com/installed?a=b");

        Reply first = request(TOKEN, form);
        Reply second = request(TOKEN, form);

        assertThat(noAddress.text("/status")).isEqualTo("BAD_REDIRECT_URI");
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.at("/hub_id").asLong()).isEqualTo(simulator.settings().portalId() + 1);
        assertThat(get(accessToken(first.text("/refresh_token")), COMPANIES).status())
                .isEqualTo(200);
        assertThat(second.text("/status")).isEqualTo("BAD_AUTH_CODE");
    }

    @Test
    void limitsAreCountedForEveryRefreshTokenAndNotForEveryAccessToken() throws IOException {
        simulator.clock().stopAt(Instant.parse("2026-01-01T00:00:00Z"));
        simulator.settings().tenSecondlyLimit(2).dailyLimit(1).searchPerSecondLimit(1);
        app.rotateRefreshTokens(true);
        String first = accessToken(app.refreshToken());
        String second = accessToken(app.refreshToken());
        app.addRefreshToken("of another account");
        String other = accessToken("of another account");

        Reply reply = get(first, COMPANIES);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("X-HubSpot-RateLimit-Remaining")).isEqualTo("1");
        assertThat(reply.header("X-HubSpot-RateLimit-Daily")).isNull();
        assertThat(reply.header("X-HubSpot-RateLimit-Daily-Remaining")).isNull();
        assertThat(get(second, COMPANIES).status()).isEqualTo(200);
        assertThat(get(second, COMPANIES).status()).isEqualTo(429);
        assertThat(get(other, COMPANIES).header("X-HubSpot-RateLimit-Remaining"))
                .isEqualTo("1");
        assertThat(get(simulator.accessToken(), COMPANIES).header("X-HubSpot-RateLimit-Remaining"))
                .isEqualTo("1");
    }

    @Test
    void theTokenEndpointSuffersFaultsAndIsRecorded() throws IOException {
        simulator.faults().next().matching("POST", "/oauth/*").answer(503);
        simulator.faults().next().matching("POST", "/oauth/*").dropConnection();
        simulator.faults().next().matching("POST", "/oauth/*").afterApplying().dropConnection();

        assertThat(request(TOKEN, form()).status()).isEqualTo(503);
        assertThatThrownBy(() -> request(TOKEN, form())).isInstanceOf(IOException.class);
        assertThat(app.refreshes()).isZero();
        assertThatThrownBy(() -> request(TOKEN, form())).isInstanceOf(IOException.class);
        assertThat(app.refreshes()).isOne();
        String token = accessToken(app.refreshToken());
        get(token, COMPANIES);

        assertThat(simulator.calls().get(3).body()).contains("grant_type=refresh_token&client_id=");
        assertThat(simulator.calls().get(4).header("authorization")).isEqualTo("Bearer " + token);
    }

    @Test
    void resetForgetsTokens() throws IOException {
        app.rotateRefreshTokens(true).tokenLifetime(Duration.ofSeconds(1));
        String before = app.refreshToken();
        String token = accessToken(before);
        assertThat(app.refreshToken()).isNotEqualTo(before);

        simulator.reset();

        assertThat(app.refreshToken()).isEqualTo(before);
        assertThat(app.refreshes()).isZero();
        assertThat(get(token, COMPANIES).text("/category")).isEqualTo("INVALID_AUTHENTICATION");
        Reply reply = request(TOKEN, form());
        assertThat(reply.at("/expires_in").asInt()).isEqualTo(1800);
        assertThat(reply.text("/refresh_token")).isEqualTo(before);
    }
}
