// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.concurrent.CompletableFuture;

/** Carries out the operations of one shape. */
interface OperationHandler {

    /**
     * Carries out an operation; the exchange is not touched before the returned action runs.
     *
     * @return completed with what sets the exchange, or exceptionally with what the exchange fails with
     * @throws IllegalArgumentException where the message cannot be sent
     */
    CompletableFuture<Runnable> handle(CallOptions options);
}
