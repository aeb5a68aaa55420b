// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.github.camelhubspot.api.ApiOperation;

/** What is particular to one batch operation: how its inputs are read and in which steps a chunk is carried out. */
interface BatchKind {

    /** The operation's row. */
    ApiOperation operation();

    /** The most inputs of a chunk. */
    default int chunkSize() {
        return operation().maxInputs();
    }

    /**
     * Reads an input into its entry; may give it its outcome at once, where nothing is to be sent.
     *
     * @throws IllegalArgumentException where the input cannot be sent; the message says why
     */
    void read(Entry entry);

    /** Prepares a chunk for being sent; an entry that is not to be sent has its outcome afterwards. */
    default CompletableFuture<Void> prepare(List<Entry> entries, ChunkSender sender) {
        return CompletableFuture.completedFuture(null);
    }

    /**
     * Carries a chunk out, as far as it was prepared; when the future completes every entry has its outcome, or its record is known and it is left
     * open, to be updated.
     */
    CompletableFuture<Void> process(List<Entry> entries, ChunkSender sender);

    /** Updates a chunk of what was left open, in which no two are of one record; every entry has its outcome afterwards. */
    default CompletableFuture<Void> update(List<Entry> entries, ChunkSender sender) {
        throw new IllegalStateException("hubspot:" + operation().label() + " left inputs without an outcome");
    }

    /** Whether an input that HubSpot does not find is a failure. */
    default boolean notFoundIsFailure() {
        return true;
    }
}
