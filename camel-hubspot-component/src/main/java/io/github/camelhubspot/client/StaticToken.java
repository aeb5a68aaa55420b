// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import java.util.concurrent.CompletableFuture;

import io.github.camelhubspot.api.HubSpotError;

/** The token of a private app, or a service key, which stays the same. */
public final class StaticToken implements Tokens {

    private final AccessToken token;

    public StaticToken(String value) {
        this.token = new AccessToken(value, null);
    }

    @Override
    public AccessToken ready() {
        return token;
    }

    @Override
    public CompletableFuture<AccessToken> fetch() {
        return CompletableFuture.completedFuture(token);
    }

    @Override
    public boolean refused(AccessToken refusedToken, HubSpotError error) {
        return false;
    }

    @Override
    public boolean forgettable() {
        return true;
    }
}
