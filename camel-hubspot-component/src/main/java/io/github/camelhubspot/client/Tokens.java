// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import java.util.concurrent.CompletableFuture;

import io.github.camelhubspot.api.HubSpotError;

/** The access tokens of one account. Thread-safe. */
public interface Tokens {

    /** A token that is accepted now; null where one must be fetched first. */
    AccessToken ready();

    /**
     * Fetches a token where none is ready, once for all who ask.
     *
     * @return completed when a token is ready; with a {@link TokenException} where none is to be had
     */
    CompletableFuture<AccessToken> fetch();

    /**
     * Notes that HubSpot refused a token.
     *
     * @return whether it is worth a try with another one
     */
    boolean refused(AccessToken token, HubSpotError error);

    /** Whether nothing is lost where all this is forgotten and begun anew. */
    boolean forgettable();
}
