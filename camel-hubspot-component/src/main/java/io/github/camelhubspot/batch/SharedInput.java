// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

import io.github.camelhubspot.client.CallFailure;
import io.github.camelhubspot.record.ReadInput;
import io.github.camelhubspot.record.RecordInput;

/**
 * The record of one message that shares its call with others.
 *
 * <p>Thread-safe.
 */
public final class SharedInput implements ReadInput {

    private final RecordInput record;
    private final BooleanSupplier stopping;
    private final CompletableFuture<Settled> end = new CompletableFuture<>();

    /**
     * An input.
     *
     * @param stopping whether the route that it comes from is being stopped
     */
    public SharedInput(RecordInput record, BooleanSupplier stopping) {
        this.record = record;
        this.stopping = stopping;
    }

    @Override
    public RecordInput record() {
        return record;
    }

    /** Whether the route that it comes from is being stopped. */
    public boolean stopping() {
        return stopping.getAsBoolean();
    }

    /** Ends it unsent, since the component was stopped. */
    public void stop() {
        end.complete(new Settled(OutcomeStatus.NOT_SENT, CallFailure.stopped()));
    }

    /**
     * Completed with how it ended, as if its record had been sent alone.
     *
     * @return completed exceptionally where the record could not even be asked for
     */
    public CompletableFuture<Settled> end() {
        return end;
    }
}
