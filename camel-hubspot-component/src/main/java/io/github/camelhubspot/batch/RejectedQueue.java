// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/** Hands the inputs that did not succeed to a sink, one after the other; confined to the steps of a run. */
final class RejectedQueue {

    private static final int MAX_WAITING = 1000;

    private final RejectedSink sink;
    private final OutcomeCollector collector;
    private final Queue<BatchOutcome> waiting = new ArrayDeque<>();
    private boolean busy;
    private boolean failed;

    /**
     * A queue.
     *
     * @param sink takes them; null for none
     * @param collector keeps what the sink does not take
     */
    RejectedQueue(RejectedSink sink, OutcomeCollector collector) {
        this.sink = sink;
        this.collector = collector;
    }

    void add(BatchOutcome outcome) {
        if (sink != null && !failed && collector.failure(outcome)) {
            waiting.add(outcome);
        }
    }

    /** Whether so many wait that no more should come. */
    boolean isBehind() {
        return waiting.size() >= MAX_WAITING;
    }

    /** Whether none waits or is being handed on. */
    boolean idle() {
        return waiting.isEmpty() && !busy;
    }

    /** Hands on the next, where none is being handed on. */
    void handOn(Steps steps, RunState state) {
        if (busy || waiting.isEmpty()) {
            return;
        }
        busy = true;
        BatchOutcome next = waiting.remove();
        CompletableFuture<Void> taken;
        try {
            taken = sink.send(next);
        } catch (RuntimeException e) {
            taken = CompletableFuture.failedFuture(e);
        }
        taken.whenComplete((nothing, fault) -> steps.signal(() -> {
            busy = false;
            if (fault != null) {
                keep(next);
                state.stop(BatchStop.because("a rejected record could not be handed to rejectedUri", fault));
            }
        }));
    }

    /** What could not be handed on stays in the result. */
    private void keep(BatchOutcome first) {
        failed = true;
        waiting.add(first);
        collector.keep(waiting);
        waiting.clear();
    }
}
