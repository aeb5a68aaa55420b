// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import java.util.concurrent.CompletableFuture;

/** Takes the inputs that did not succeed, one after the other. */
public interface RejectedSink {

    /**
     * Hands one on.
     *
     * @return completed when it was taken; completed exceptionally when it was not
     */
    CompletableFuture<Void> send(BatchOutcome outcome);
}
