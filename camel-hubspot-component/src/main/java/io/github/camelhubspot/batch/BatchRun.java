// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.record.RecordSource;

/**
 * Carries out one batch: reads inputs as chunks can be sent, and gathers their outcomes.
 *
 * <p>No thread waits: each chunk that ends, and each rejected input that was taken, lets the run go on. All state is confined
 * to {@link #step}, of which one runs at a time.
 */
final class BatchRun {

    /** HubSpot refusing so many chunks in a row whole means that the inputs are wrong, not some of them. */
    private static final int HOPELESS_CHUNKS = 3;

    private static final int MAX_WAITING_REJECTED = 1000;

    private final BatchKind kind;
    private final RecordSource source;
    private final ChunkSender sender;
    private final OutcomeCollector collector;
    private final RejectedSink sink;
    private final int maxInFlight;
    private final BooleanSupplier stopping;
    private final Executor workers;
    private final RunState state;
    private final ChunkPlanner planner;
    private final RejectedRuns rejectedRuns = new RejectedRuns(HOPELESS_CHUNKS);

    private final AtomicInteger signals = new AtomicInteger();
    private final Queue<Runnable> events = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<BatchResult> result = new CompletableFuture<>();
    private final Queue<BatchOutcome> rejected = new ArrayDeque<>();
    private boolean sinkBusy;
    private boolean sinkFailed;
    private long nextIndex;
    private int inFlight;
    private boolean restNotSent;
    private long stopIndex = -1;

    BatchRun(
            BatchKind kind,
            RecordSource source,
            ChunkSender sender,
            OutcomeCollector collector,
            RejectedSink sink,
            int maxInFlight,
            BooleanSupplier stopping) {
        this.kind = kind;
        this.source = source;
        this.sender = sender;
        this.collector = collector;
        this.sink = sink;
        this.maxInFlight = maxInFlight;
        this.stopping = stopping;
        this.workers = sender.workers();
        this.state = sender.run();
        this.planner = new ChunkPlanner(kind.chunkSize(), this::read);
    }

    /** Starts the run on a worker thread. */
    CompletableFuture<BatchResult> start() {
        signal(() -> {});
        return result;
    }

    private void signal(Runnable event) {
        events.add(event);
        if (signals.getAndIncrement() == 0) {
            workers.execute(this::drain);
        }
    }

    private void drain() {
        int seen = 1;
        do {
            try {
                step();
            } catch (RuntimeException | Error e) {
                // A fault of our own must not leave the exchange waiting for ever.
                result.completeExceptionally(e);
            }
            seen = signals.addAndGet(-seen);
        } while (seen != 0);
    }

    private void step() {
        for (Runnable event = events.poll(); event != null; event = events.poll()) {
            event.run();
        }
        if (stopping.getAsBoolean()) {
            state.stop(BatchStop.because("the route was stopped", (Throwable) null));
        }
        while (!state.stopped() && inFlight < maxInFlight && rejected.size() < MAX_WAITING_REJECTED) {
            Chunk chunk = planner.next();
            if (chunk == null) {
                break;
            }
            inFlight++;
            send(chunk);
        }
        if (inFlight == 0 && state.stopped() && !restNotSent) {
            restNotSent = true;
            giveBackRest();
        }
        handOnRejected();
        boolean allSent = state.stopped() || planner.exhausted();
        if (allSent && inFlight == 0 && rejected.isEmpty() && !sinkBusy) {
            finish();
        }
    }

    private void send(Chunk chunk) {
        CompletableFuture<Void> done;
        try {
            done = kind.process(chunk.entries(), sender);
        } catch (RuntimeException e) {
            done = CompletableFuture.failedFuture(e);
        }
        done.whenComplete((nothing, fault) -> signal(() -> completed(chunk, fault)));
    }

    private void completed(Chunk chunk, Throwable fault) {
        inFlight--;
        planner.completed(chunk);
        if (fault != null) {
            state.stop(BatchStop.because("an unexpected fault: " + fault.getMessage(), fault));
        }
        boolean allRejected = true;
        for (Entry entry : chunk.entries()) {
            if (entry.outcome == null) {
                entry.fail(
                        OutcomeStatus.AMBIGUOUS,
                        HubSpotError.local("The run lost the outcome" + (fault == null ? "" : ": " + fault)));
            }
            allRejected &= entry.outcome.status() == OutcomeStatus.REJECTED;
            take(entry.outcome);
        }
        if (chunk.number() >= 0 && rejectedRuns.completed(chunk.number(), allRejected)) {
            state.stop(BatchStop.because(
                    "every record of " + HOPELESS_CHUNKS + " calls in a row was refused", (Throwable) null));
        }
    }

    /** The next input to send; those that need no call get their outcome on the way. */
    private Entry read() {
        while (!state.stopped()) {
            Entry entry;
            try {
                if (!source.hasNext()) {
                    return null;
                }
                entry = new Entry(nextIndex, source.next());
            } catch (RuntimeException e) {
                state.stop(BatchStop.because("the body cannot be read any further: " + e.getMessage(), e));
                return null;
            }
            nextIndex++;
            try {
                kind.read(entry);
            } catch (IllegalArgumentException e) {
                entry.fail(OutcomeStatus.REJECTED, HubSpotError.local(e.getMessage()));
            }
            if (entry.outcome == null) {
                return entry;
            }
            take(entry.outcome);
        }
        return null;
    }

    private void take(BatchOutcome outcome) {
        collector.add(outcome);
        if (sink != null && !sinkFailed && collector.failure(outcome)) {
            rejected.add(outcome);
        }
        if (collector.tooManyRejected()) {
            state.stop(BatchStop.because("more inputs were rejected than maxRejected allows", (Throwable) null));
        }
    }

    private void giveBackRest() {
        for (Entry entry : planner.drain()) {
            entry.fail(OutcomeStatus.NOT_SENT, state.error());
            take(entry.outcome);
        }
        // What was not read yet of a collection is there to be told of; of a stream it is not.
        long stoppedAt = nextIndex;
        if (!source.streamed()) {
            try {
                while (source.hasNext()) {
                    Entry entry = new Entry(nextIndex++, source.next());
                    entry.fail(OutcomeStatus.NOT_SENT, state.error());
                    take(entry.outcome);
                }
            } catch (RuntimeException e) {
                // The body that stopped the run: what follows the fault cannot be read.
            }
        }
        stopIndex = stoppedAt;
    }

    private void handOnRejected() {
        if (sinkBusy || rejected.isEmpty()) {
            return;
        }
        sinkBusy = true;
        BatchOutcome next = rejected.remove();
        sink.send(next)
                .whenComplete((nothing, fault) -> signal(() -> {
                    sinkBusy = false;
                    if (fault != null) {
                        rejected.clear();
                        sinkFailed = true;
                        state.stop(BatchStop.because("a rejected record could not be handed to rejectedUri", fault));
                    }
                }));
    }

    private void finish() {
        try {
            source.close();
        } catch (IOException e) {
            state.stop(BatchStop.because("the body could not be closed: " + e.getMessage(), e));
        }
        BatchStop reason = state.reason();
        result.complete(collector.result(
                state.calls(), reason == null ? null : reason.at(stopIndex < 0 ? nextIndex : stopIndex)));
    }
}
