// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.concurrent.CompletableFuture;

import io.github.camelhubspot.batch.Settled;
import io.github.camelhubspot.record.RecordInput;

/** Carries out an operation on one record: by a call of its own, or by one that it shares with other messages. */
interface RecordCalls {

    /**
     * Carries out an operation.
     *
     * @return completed with how it ended
     * @throws IllegalArgumentException where the record cannot be sent
     */
    CompletableFuture<Settled> send(CallOptions options, RecordInput record);
}
