// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;

import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.record.RecordSource;

/**
 * Carries out one batch: reads inputs as chunks can be sent, and gathers their outcomes.
 *
 * <p>Inputs whose record must be found out first go through two stages: what the first one leaves open is updated in the
 * second, in the order of the inputs and by record.
 *
 * <p>No thread waits: each chunk that ends, and each rejected input that was taken, lets the run go on. All state is confined
 * to its {@link Steps}.
 */
final class BatchRun implements ChunkPlanner.Inputs {

    private static final int MAX_WAITING_CHUNKS = 4;

    private final InputReader reader;
    private final RunState state;
    private final LongFunction<ChunkSender> senders;
    private final OutcomeCollector collector;
    private final RejectedQueue rejected;
    private final int maxInFlight;
    private final BooleanSupplier stopping;
    private final int maxWaiting;

    private final Steps steps;
    private final CompletableFuture<BatchResult> result = new CompletableFuture<>();
    private final Stage first;
    private final UpdateOrder order = new UpdateOrder(this::ended);
    private final Stage updates;
    private int inFlight;
    private boolean restNotSent;
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
        this.reader = new InputReader(kind, source);
        this.state = state;
        this.senders = senders;
        this.collector = collector;
        this.rejected = new RejectedQueue(sink, collector);
        this.maxInFlight = maxInFlight;
        this.stopping = stopping;
        this.steps = new Steps(workers, this::step, this::fault);
        this.maxWaiting = kind.chunkSize() * MAX_WAITING_CHUNKS;
        this.first = new Stage(kind.chunkSize(), this, (entries, sender) -> prepared(kind, entries, sender));
        this.updates = new Stage(kind.chunkSize(), order, kind::update);
    }

    private static CompletableFuture<Void> prepared(BatchKind kind, List<Entry> entries, ChunkSender sender) {
        return kind.prepare(entries, sender).thenCompose(done -> {
            List<Entry> open = entries.stream().filter(Entry::open).toList();
            return open.isEmpty() ? CompletableFuture.completedFuture(null) : kind.process(open, sender);
        });
    }

    /** Starts the run on a worker thread. */
    CompletableFuture<BatchResult> start() {
        steps.signal(() -> {});
        return result;
    }

    /** A fault of our own ends the run; where even that fails, the exchange must not wait for ever. */
    private boolean fault(Throwable fault) {
        boolean first = !state.stopped();
        if (first) {
            state.stop(BatchStop.because("an unexpected fault: " + fault, fault));
        } else {
            result.completeExceptionally(fault);
        }
        return first;
    }

    private void step() {
        while (!endsEarly() && inFlight < maxInFlight && !rejected.isBehind()) {
            if (!sendNext(updates) && !sendNext(first)) {
                break;
            }
        }
        if (inFlight == 0 && state.stopped() && !restNotSent) {
            restNotSent = true;
            giveBackRest();
        }
        rejected.handOn(steps, state);
        boolean allSent = state.stopped()
                || (first.planner().exhausted() && updates.planner().exhausted());
        if (allSent && inFlight == 0 && rejected.idle()) {
            finish();
        }
    }

    /** Whether the run ended; a reason to end it counts only while something is left to send. */
    private boolean endsEarly() {
        noteStopping();
        if (due != null && !state.stopped() && somethingIsLeft()) {
            state.stop(due);
        }
        return state.stopped();
    }

    private boolean somethingIsLeft() {
        return state.turns().anyWaiting()
                || order.waiting() > 0
                || updates.planner().anyWaiting()
                || first.planner().hasMore();
    }

    private void noteStopping() {
        if (due == null && stopping.getAsBoolean()) {
            due = BatchStop.because("the route was stopped");
        }
    }

    private boolean sendNext(Stage stage) {
        Chunk chunk = stage.planner().next();
        if (chunk == null) {
            return false;
        }
        inFlight++;
        ChunkSender sender = senders.apply(chunk.entries().get(0).index);
        stage.send(chunk, sender)
                .whenComplete((nothing, fault) -> steps.signal(() -> {
                    completed(stage, chunk, fault);
                    // Nobody else is to begin a search that is known to be in vain.
                    endsEarly();
                    sender.close();
                }));
        return true;
    }

    private void completed(Stage stage, Chunk chunk, Throwable fault) {
        inFlight--;
        stage.planner().completed(chunk);
        if (fault != null) {
            failOpen(
                    chunk, fault instanceof CompletionException && fault.getCause() != null ? fault.getCause() : fault);
        }
        for (Entry entry : chunk.entries()) {
            if (entry.outcome != null) {
                take(entry);
            }
            order.settled(entry);
        }
        BatchStop reason = stage.hopeless(chunk);
        due = reason == null ? due : reason;
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

    /** The next input to send; those that need no call get their outcome on the way. */
    @Override
    public Entry next() {
        while (!state.stopped() && !rejected.isBehind() && order.waiting() < maxWaiting) {
            Entry entry = readOne();
            if (entry == null) {
                return null;
            }
            if (entry.outcome == null) {
                order.read(entry);
                return entry;
            }
            take(entry);
        }
        return null;
    }

    @Override
    public boolean ended() {
        return reader.ended() || state.stopped();
    }

    private Entry readOne() {
        noteStopping();
        try {
            if (!reader.hasNext()) {
                return null;
            }
            if (due != null) {
                state.stop(due);
                return null;
            }
            return reader.next();
        } catch (RuntimeException e) {
            state.stop(BatchStop.because("the body cannot be read any further: " + e.getMessage(), e));
            return null;
        }
    }

    private void take(Entry entry) {
        collector.add(entry);
        rejected.add(entry.outcome);
        if (collector.tooManyRejected()) {
            due = BatchStop.because("more inputs failed than maxRejected allows");
        }
    }

    private void giveBackRest() {
        List<Entry> rest = new ArrayList<>(updates.planner().drain());
        rest.addAll(order.drain());
        rest.addAll(first.planner().drain());
        rest.forEach(this::giveBack);
        stopIndex = reader.position();
        for (Entry entry = reader.nextUnsent(); entry != null; entry = reader.nextUnsent()) {
            giveBack(entry);
        }
    }

    private void giveBack(Entry entry) {
        entry.notSent(state.error());
        take(entry);
    }

    private void finish() {
        reader.close();
        BatchStop reason = state.reason();
        result.complete(collector.result(
                state.calls(), reason == null ? null : reason.at(stopIndex < 0 ? reader.position() : stopIndex)));
    }
}
