// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import java.util.ArrayList;
import java.util.List;
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
    private final List<SharedInput> alike = new ArrayList<>();
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
        complete(new Settled(OutcomeStatus.NOT_SENT, CallFailure.stopped()));
    }

    /** Lets another, which asks for the same, end as this one does; before either is sent. */
    void standFor(SharedInput other) {
        alike.add(other);
    }

    /** Ends it, unless it has ended. */
    void complete(Settled how) {
        // Its message may change what it gets as soon as it has it.
        alike.forEach(other -> other.complete(how.copy()));
        end.complete(how);
    }

    /** Ends it with a fault, unless it has ended. */
    public void completeExceptionally(Throwable fault) {
        alike.forEach(other -> other.completeExceptionally(fault));
        end.completeExceptionally(fault);
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
