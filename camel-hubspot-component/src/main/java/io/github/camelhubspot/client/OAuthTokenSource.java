// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.api.Json;
import io.github.camelhubspot.api.TokenEndpoint;

/** Fetches access tokens for the refresh token of an OAuth app, again where that is safe and helps. */
public final class OAuthTokenSource implements TokenSource {

    private static final int MAX_ANSWER = 1 << 20;
    private static final Pattern REASON = Pattern.compile("[A-Z_]{3,60}");
    private static final Pattern CORRELATION_ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Duration SHORTEST_LIFE = Duration.ofSeconds(1);

    private final Transport transport;
    private final String path;
    private final String clientId;
    private final String clientSecret;
    private final String firstRefreshToken;
    private final RetryPolicy policy;
    private final Duration responseTimeout;
    private final ClientResources resources;
    /** HubSpot keeps it as it is, but says that the newest one counts. */
    private volatile String refreshToken;

    /**
     * A source.
     *
     * @param path the path of the token endpoint
     * @param responseTimeout the longest time that an answer may take from its beginning to its end
     */
    public OAuthTokenSource(
            Transport transport,
            String path,
            String clientId,
            String clientSecret,
            String refreshToken,
            RetryPolicy policy,
            Duration responseTimeout,
            ClientResources resources) {
        this.transport = transport;
        this.path = path;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.firstRefreshToken = refreshToken;
        this.refreshToken = refreshToken;
        this.policy = policy;
        this.responseTimeout = responseTimeout;
        this.resources = resources;
    }

    @Override
    public CompletableFuture<AccessToken> fetch() {
        CompletableFuture<AccessToken> token = new CompletableFuture<>();
        attempt(token, 0);
        return token;
    }

    /** A refresh token that HubSpot replaced is nowhere else. */
    @Override
    public boolean forgettable() {
        return refreshToken.equals(firstRefreshToken);
    }

    private void attempt(CompletableFuture<AccessToken> token, int retries) {
        try {
            resources.calls().execute(() -> {
                try {
                    send(token, retries);
                } catch (RuntimeException | Error e) {
                    token.completeExceptionally(e);
                }
            });
        } catch (RejectedExecutionException e) {
            token.completeExceptionally(
                    new TokenException(FailureKind.STOPPED, HubSpotError.local("The component was stopped"), null));
        }
    }

    private void send(CompletableFuture<AccessToken> token, int retries) {
        TransportRequest request = TransportRequest.form(path, form().getBytes(StandardCharsets.UTF_8));
        HubSpotError error;
        String retryAfter = null;
        IOException fault = null;
        try (TransportAnswer answer = transport.send(request)) {
            byte[] body = answer.firstBytes(MAX_ANSWER, resources.timing(), responseTimeout);
            if (answer.status() / 100 == 2) {
                token.complete(read(body));
                return;
            }
            error = refusal(answer, body);
            retryAfter = answer.header("retry-after");
        } catch (IOException e) {
            error = HubSpotError.local("HubSpot's token endpoint gave no answer that can be used: " + e.getMessage());
            fault = e;
        }
        boolean again = fault != null || FailureClassifier.temporary(error);
        Optional<Duration> asked = RetryPolicy.retryAfter(retryAfter, resources.timing());
        if (!again || policy.usedUp(retries) || policy.tooLong(asked)) {
            token.completeExceptionally(failed(error, again, fault));
            return;
        }
        HubSpotError last = error;
        Duration delay = asked.orElseGet(
                () -> policy.delay(retries + 1, last, resources.random().get()));
        resources.timing().after(delay, () -> attempt(token, retries + 1));
    }

    private String form() {
        return Map.of(
                        "grant_type", "refresh_token",
                        "client_id", clientId,
                        "client_secret", clientSecret,
                        "refresh_token", refreshToken)
                .entrySet()
                .stream()
                .map(field -> field.getKey() + '=' + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private AccessToken read(byte[] body) throws IOException {
        JsonNode json;
        try {
            json = Json.MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            // Jackson's own words may quote the token.
            throw new IOException(Json.fault(e));
        }
        String value = json == null ? null : json.path("access_token").asText(null);
        if (!AccessToken.wellFormed(value)) {
            throw new IOException("the answer holds no access_token");
        }
        String next = json.path("refresh_token").asText("");
        if (!next.isEmpty()) {
            refreshToken = next;
        }
        Duration life = Duration.ofSeconds(json.path("expires_in").asLong(TokenEndpoint.USUAL_LIFE_SECONDS));
        return new AccessToken(value, life.compareTo(SHORTEST_LIFE) < 0 ? SHORTEST_LIFE : life);
    }

    /** Without the words of the answer, which may repeat what was sent, and that is secret. */
    private HubSpotError refusal(TransportAnswer answer, byte[] body) {
        HubSpotError said = ErrorReader.read(answer.status(), body, null);
        boolean daily = FailureClassifier.kind(said) == FailureKind.DAILY_LIMIT;
        String correlationId = answer.header("x-hubspot-correlation-id");
        return new HubSpotError(
                answer.status(),
                reason(body),
                null,
                "HubSpot's token endpoint answered with HTTP status " + answer.status(),
                correlationId != null && CORRELATION_ID.matcher(correlationId).matches()
                        ? AccessToken.hide(clientSecret, AccessToken.hide(refreshToken, correlationId))
                        : null,
                null,
                null,
                daily ? "DAILY" : null);
    }

    /** The token endpoint names its reason in the field {@code status}, such as {@code BAD_REFRESH_TOKEN}. */
    private static String reason(byte[] body) {
        try {
            JsonNode json = Json.MAPPER.readTree(body);
            String reason = json == null ? null : json.path("status").asText(null);
            return reason != null && REASON.matcher(reason).matches() ? reason : null;
        } catch (IOException e) {
            // No JSON: the HTTP status is all there is to tell.
            return null;
        }
    }

    private static TokenException failed(HubSpotError error, boolean temporary, IOException fault) {
        if (temporary) {
            FailureKind kind = error.status() == 429 ? FailureKind.RATE_LIMIT : FailureKind.UNAVAILABLE;
            return new TokenException(kind, error, fault);
        }
        return new TokenException(
                FailureKind.AUTHENTICATION,
                HubSpotError.local(
                        "HubSpot gave no access token for the refreshToken (HTTP status " + error.status()
                                + (error.category() == null ? "" : ' ' + error.category())
                                + "); check clientId, clientSecret and refreshToken, or install the app again to get a new one"),
                null);
    }
}
