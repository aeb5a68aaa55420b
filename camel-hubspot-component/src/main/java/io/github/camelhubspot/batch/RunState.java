// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.client.ApiAnswer;

/** What all chunks of one run share: whether it ended early, and what HubSpot said of its calls. Thread-safe. */
final class RunState {

    private final AtomicReference<BatchStop> stop = new AtomicReference<>();
    private final List<BatchCall> calls = new ArrayList<>();
    private final IsolationTurns turns = new IsolationTurns();
    private final boolean keepAllCalls;
    private final boolean shared;

    /**
     * The state of a run.
     *
     * @param keepAllCalls whether what HubSpot said of ordinary calls is kept too
     * @param shared whether the inputs have nothing to do with one another
     */
    RunState(boolean keepAllCalls, boolean shared) {
        this.keepAllCalls = keepAllCalls;
        this.shared = shared;
    }

    /** Whether the inputs have nothing to do with one another, so that none may suffer for another. */
    boolean shared() {
        return shared;
    }

    /** Ends the run; the first reason stays. */
    void stop(BatchStop reason) {
        stop.compareAndSet(null, reason);
    }

    /** Whose turn it is to be searched for bad inputs. */
    IsolationTurns turns() {
        return turns;
    }

    boolean stopped() {
        return stop.get() != null;
    }

    BatchStop reason() {
        return stop.get();
    }

    /** What is told of an input that was not sent. */
    HubSpotError error() {
        BatchStop reason = stop.get();
        return reason.error() != null
                ? reason.error()
                : HubSpotError.local("Not sent, since the run ended early: " + reason.reason());
    }

    synchronized void answered(ApiAnswer answer) {
        BatchCall call = BatchCall.of(answer);
        if (keepAllCalls || !call.ordinary()) {
            calls.add(call);
        }
    }

    synchronized List<BatchCall> calls() {
        return List.copyOf(calls);
    }
}
