// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;

import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.client.AccessToken;
import io.github.camelhubspot.client.ClientResources;
import io.github.camelhubspot.client.FailureKind;
import io.github.camelhubspot.client.TokenException;
import io.github.camelhubspot.client.TokenSource;

/** Asks a token provider for the tokens of one account. */
final class ProviderTokenSource implements TokenSource {

    private final HubSpotTokenProvider provider;
    private final String account;
    private final ClientResources resources;

    ProviderTokenSource(HubSpotTokenProvider provider, String account, ClientResources resources) {
        this.provider = provider;
        this.account = account;
        this.resources = resources;
    }

    @Override
    public CompletableFuture<AccessToken> fetch() {
        CompletableFuture<AccessToken> token = new CompletableFuture<>();
        try {
            resources.calls().execute(() -> ask(token));
        } catch (RejectedExecutionException e) {
            token.completeExceptionally(
                    new TokenException(FailureKind.STOPPED, HubSpotError.local("The component was stopped"), null));
        }
        return token;
    }

    @Override
    public boolean forgettable() {
        return true;
    }

    private void ask(CompletableFuture<AccessToken> token) {
        try {
            HubSpotToken given = provider.token(account);
            if (given == null || !AccessToken.wellFormed(given.value())) {
                throw new IllegalStateException("it gave no token, or one with a blank or a line end");
            }
            Duration life = given.expiresAt() == null
                    ? null
                    : Duration.between(resources.timing().now(), given.expiresAt());
            if (life != null && (life.isNegative() || life.isZero())) {
                // To take it would mean to ask again at once, and so without an end.
                throw new IllegalStateException("it gave a token that has expired already");
            }
            token.complete(new AccessToken(given.value(), life));
        } catch (Exception | Error e) {
            // Whatever it is, calls wait for an answer.
            HubSpotError error = HubSpotError.local("The tokenProvider has no token"
                    + (account == null ? "" : " for account '" + account + "'") + ": "
                    + (e.getMessage() == null ? e.getClass().getName() : e.getMessage()));
            token.completeExceptionally(new TokenException(FailureKind.AUTHENTICATION, error, e));
        }
    }
}
