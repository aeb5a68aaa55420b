// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.record.RecordSource;

/**
 * Carries out one batch: reads inputs as chunks can be sent, and gathers their outcomes.
 *
 * <p>No thread waits: each chunk that ends, and each rejected input that was taken, lets the run go on. All state is confined
 * to {@link #step}, of which one runs at a time.
 */
final class BatchRun implements ChunkPlanner.Inputs {

    private static final Logger LOG = LoggerFactory.getLogger(BatchRun.class);

    /** So many chunks in a row that were refused, or lost, whole mean that the inputs, or HubSpot, are at fault. */
    private static final int HOPELESS_CHUNKS = 3;

    private static final int MAX_WAITING_REJECTED = 1000;

    private final BatchKind kind;
    private final RecordSource source;
    private final LongFunction<ChunkSender> senders;
    private final OutcomeCollector collector;
    private final RejectedSink sink;
    private final int maxInFlight;
    private final BooleanSupplier stopping;
    private final Executor workers;
    private final RunState state;
    private final ChunkPlanner planner;
    private final ChunkRuns refusedRuns = new ChunkRuns(HOPELESS_CHUNKS);
    private final ChunkRuns lostRuns = new ChunkRuns(HOPELESS_CHUNKS);

    private final AtomicInteger signals = new AtomicInteger();
    private final Queue<Runnable> events = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<BatchResult> result = new CompletableFuture<>();
    private final Queue<BatchOutcome> rejected = new ArrayDeque<>();
    private boolean sinkBusy;
    private boolean sinkFailed;
    private long nextIndex;
    private int inFlight;
    private boolean restNotSent;
    private boolean sourceEnded;
    private boolean sourceBroken;
    /** Why the run is to end before its next input. */
    private BatchStop due;

    private long stopIndex = -1;

    BatchRun(
            BatchKind kind,
            RecordSource source,
            RunState state,
            LongFunction<ChunkSender> senders,
            OutcomeCollector collector,
            RejectedSink sink,
            int maxInFlight,
            BooleanSupplier stopping,
            Executor workers) {
        this.kind = kind;
        this.source = source;
        this.state = state;
        this.senders = senders;
        this.collector = collector;
        this.sink = sink;
        this.maxInFlight = maxInFlight;
        this.stopping = stopping;
        this.workers = workers;
        this.planner = new ChunkPlanner(kind.chunkSize(), this);
    }

    /** Starts the run on a worker thread. */
    CompletableFuture<BatchResult> start() {
        signal(() -> {});
        return result;
    }

    private void signal(Runnable event) {
        events.add(event);
        if (signals.getAndIncrement() == 0) {
            try {
                workers.execute(this::drain);
            } catch (RejectedExecutionException e) {
                // The component is closing, and the run must end all the same.
                drain();
            }
        }
    }

    private void drain() {
        int seen = 1;
        do {
            try {
                step();
            } catch (RuntimeException | Error e) {
                fault(e);
            }
            seen = signals.addAndGet(-seen);
        } while (seen != 0);
    }

    /** A fault of our own ends the run; where even that fails, the exchange must not wait for ever. */
    private void fault(Throwable fault) {
        if (state.stopped()) {
            result.completeExceptionally(fault);
        } else {
            state.stop(BatchStop.because("an unexpected fault: " + fault, fault));
            signals.incrementAndGet();
        }
    }

    private void step() {
        for (Runnable event = events.poll(); event != null; event = events.poll()) {
            event.run();
        }
        while (!endsEarly() && inFlight < maxInFlight && !sinkIsBehind()) {
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

    /** Whether the run ended; a reason to end it counts only while something is left to send. */
    private boolean endsEarly() {
        noteStopping();
        if (due != null && !state.stopped() && (state.turns().anyWaiting() || planner.hasMore())) {
            state.stop(due);
        }
        return state.stopped();
    }

    private void noteStopping() {
        if (due == null && stopping.getAsBoolean()) {
            due = BatchStop.because("the route was stopped");
        }
    }

    private boolean sinkIsBehind() {
        return rejected.size() >= MAX_WAITING_REJECTED;
    }

    private void send(Chunk chunk) {
        ChunkSender sender = senders.apply(chunk.entries().get(0).index);
        CompletableFuture<Void> done;
        try {
            done = kind.process(chunk.entries(), sender);
        } catch (RuntimeException e) {
            done = CompletableFuture.failedFuture(e);
        }
        done.whenComplete((nothing, fault) -> signal(() -> {
            completed(chunk, fault);
            // Nobody else is to begin a search that is known to be in vain.
            endsEarly();
            sender.close();
        }));
    }

    private void completed(Chunk chunk, Throwable fault) {
        inFlight--;
        planner.completed(chunk);
        if (fault != null) {
            failOpen(
                    chunk, fault instanceof CompletionException && fault.getCause() != null ? fault.getCause() : fault);
        }
        for (Entry entry : chunk.entries()) {
            take(entry.outcome);
        }
        if (chunk.number() >= 0 && chunk.entries().size() == kind.chunkSize()) {
            noteRuns(chunk);
        }
    }

    private void noteRuns(Chunk chunk) {
        if (refusedRuns.completed(chunk.number(), ended(chunk, OutcomeStatus.REJECTED))) {
            due = BatchStop.because("every record of " + HOPELESS_CHUNKS + " calls in a row was refused");
        }
        if (lostRuns.completed(chunk.number(), ended(chunk, OutcomeStatus.AMBIGUOUS))) {
            due = BatchStop.because("the answers to " + HOPELESS_CHUNKS + " calls in a row were lost");
        }
    }

    /** What cannot even be asked for was not sent; after any other fault nobody knows. */
    private void failOpen(Chunk chunk, Throwable fault) {
        boolean badInput = fault instanceof IllegalArgumentException;
        if (!badInput) {
            state.stop(BatchStop.because("an unexpected fault: " + fault, fault));
        }
        OutcomeStatus status = badInput ? OutcomeStatus.REJECTED : OutcomeStatus.AMBIGUOUS;
        chunk.entries().stream()
                .filter(entry -> entry.outcome == null)
                .forEach(entry -> entry.fail(status, HubSpotError.local(String.valueOf(fault.getMessage()))));
    }

    private static boolean ended(Chunk chunk, OutcomeStatus status) {
        return chunk.entries().stream().allMatch(entry -> entry.outcome.status() == status);
    }

    /** The next input to send; those that need no call get their outcome on the way. */
    @Override
    public Entry next() {
        while (!state.stopped() && !sinkIsBehind()) {
            Entry entry = readOne();
            if (entry == null || entry.outcome == null) {
                return entry;
            }
            take(entry.outcome);
        }
        return null;
    }

    @Override
    public boolean ended() {
        return sourceEnded || state.stopped();
    }

    private Entry readOne() {
        noteStopping();
        Entry entry;
        try {
            sourceEnded = !source.hasNext();
            if (sourceEnded) {
                return null;
            }
            if (due != null) {
                state.stop(due);
                return null;
            }
            entry = new Entry(nextIndex, source.next());
        } catch (RuntimeException e) {
            sourceBroken = true;
            state.stop(BatchStop.because("the body cannot be read any further: " + e.getMessage(), e));
            return null;
        }
        nextIndex++;
        try {
            kind.read(entry);
        } catch (IllegalArgumentException e) {
            entry.fail(OutcomeStatus.REJECTED, HubSpotError.local(e.getMessage()));
        } catch (RuntimeException e) {
            entry.fail(OutcomeStatus.REJECTED, HubSpotError.local("The input cannot be read: " + e));
        }
        return entry;
    }

    private void take(BatchOutcome outcome) {
        collector.add(outcome);
        if (sink != null && !sinkFailed && collector.failure(outcome)) {
            rejected.add(outcome);
        }
        if (collector.tooManyRejected()) {
            due = BatchStop.because("more inputs failed than maxRejected allows");
        }
    }

    private void giveBackRest() {
        for (Entry entry : planner.drain()) {
            entry.fail(OutcomeStatus.NOT_SENT, state.error());
            take(entry.outcome);
        }
        // What was not read yet of a collection is there to be told of; of a stream it is not.
        stopIndex = nextIndex;
        if (!source.streamed() && !sourceBroken) {
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
    }

    private void handOnRejected() {
        if (sinkBusy || rejected.isEmpty()) {
            return;
        }
        sinkBusy = true;
        BatchOutcome next = rejected.remove();
        CompletableFuture<Void> taken;
        try {
            taken = sink.send(next);
        } catch (RuntimeException e) {
            taken = CompletableFuture.failedFuture(e);
        }
        taken.whenComplete((nothing, fault) -> signal(() -> {
            sinkBusy = false;
            if (fault != null) {
                keepRejected(next, fault);
            }
        }));
    }

    /** What could not be handed on stays in the result. */
    private void keepRejected(BatchOutcome first, Throwable fault) {
        sinkFailed = true;
        rejected.add(first);
        collector.keep(rejected);
        rejected.clear();
        state.stop(BatchStop.because("a rejected record could not be handed to rejectedUri", fault));
    }

    private void finish() {
        try {
            source.close();
        } catch (IOException | RuntimeException e) {
            // Every input has its outcome by now, which must not be lost for this.
            LOG.warn("The body of a batch could not be closed: {}", e.toString());
        }
        BatchStop reason = state.reason();
        result.complete(collector.result(
                state.calls(), reason == null ? null : reason.at(stopIndex < 0 ? nextIndex : stopIndex)));
    }
}
