// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import java.util.concurrent.CompletableFuture;

/** Where the tokens of an account come from. */
public interface TokenSource {

    /** Fetches a new token; fails with a {@link TokenException}. */
    CompletableFuture<AccessToken> fetch();

    /** Whether the source can be made anew from what it was made from at first. */
    boolean forgettable();
}
