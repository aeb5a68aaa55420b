// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.api.Effect;
import io.github.camelhubspot.client.HubSpotClient;
import io.github.camelhubspot.lookup.AssociationLabels;
import io.github.camelhubspot.lookup.LostCreates;
import io.github.camelhubspot.lookup.NaturalKeys;
import io.github.camelhubspot.lookup.PropertySchemas;
import io.github.camelhubspot.record.BodyReader;
import io.github.camelhubspot.record.RecordSource;

/** Carries out batch operations against one account. Thread-safe. */
public final class Batches {

    private final HubSpotClient client;
    private final AssociationLabels labels;
    private final LostCreates lostCreates;
    private final PropertySchemas schemas;
    private final NaturalKeys keys;
    private final Executor workers;
    private final int maxInFlight;
    private final BatchMeter meter;

    /**
     * Batches.
     *
     * @param lostCreates finds out what became of creates whose answers were lost
     * @param schemas tells which properties there are
     * @param keys finds the records that natural keys name
     * @param workers goes on with a run when a call has ended
     * @param maxInFlight the most chunks of a run in flight
     * @param meter is told how the batches get on
     */
    public Batches(
            HubSpotClient client,
            AssociationLabels labels,
            LostCreates lostCreates,
            PropertySchemas schemas,
            NaturalKeys keys,
            Executor workers,
            int maxInFlight,
            BatchMeter meter) {
        this.client = client;
        this.labels = labels;
        this.lostCreates = lostCreates;
        this.schemas = schemas;
        this.keys = keys;
        this.workers = workers;
        this.maxInFlight = maxInFlight;
        this.meter = meter;
    }

    /**
     * Starts a batch.
     *
     * @param keeping which outcomes are kept
     * @param sink takes what did not succeed; null for none
     * @param stopping whether the route is being stopped
     * @return completed on a worker thread, with every input accounted for
     */
    public CompletableFuture<BatchResult> start(
            ApiOperation operation,
            BatchOptions options,
            BodyReader bodies,
            RecordSource source,
            Keeping keeping,
            RejectedSink sink,
            BooleanSupplier stopping) {
        BatchKind kind = BatchKinds.of(operation, options, bodies, client, labels, lostCreates, schemas, keys);
        BatchMeter.Progress progress = progress(operation, options);
        OutcomeCollector collector = new OutcomeCollector(
                keeping.successes(),
                sink == null,
                keeping.maxRejected(),
                kind.notFoundIsFailure(),
                progress,
                entry -> {});
        RunState state = new RunState(keeping.successes(), false);
        return run(kind, source, state, collector, sink, stopping)
                .whenComplete((result, fault) -> progress.finished())
                .thenApply(result -> options.dryRun() ? result.ofDryRun() : result);
    }

    /** What a dry run would do is not to be counted as done. */
    private BatchMeter.Progress progress(ApiOperation operation, BatchOptions options) {
        return options.dryRun() ? BatchMeter.Progress.UNSEEN : meter.started(operation);
    }

    /**
     * Carries out the records of several messages together; each input is told how it ended, as if it had been alone.
     *
     * @param operation the operation for many
     * @param options without rules of reading, since the inputs were read
     */
    public void share(ApiOperation operation, BatchOptions options, List<SharedInput> inputs) {
        BatchKind kind = BatchKinds.of(operation, options, null, client, labels, lostCreates, schemas, keys);
        BatchMeter.Progress progress = progress(operation, options);
        RunState state = new RunState(false, true);
        OutcomeCollector collector = new OutcomeCollector(
                false,
                false,
                0,
                kind.notFoundIsFailure(),
                progress,
                entry -> SharedResults.settle(entry, state.reason(), operation.effect()));
        // A stop is the calls' concern, as it is for a call alone: what need not wait still goes.
        Collection<SharedInput> sent = operation.effect() == Effect.READ ? oncePerRecord(inputs) : inputs;
        run(kind, RecordSource.open(sent, null, false), state, collector, null, () -> false)
                .whenComplete((result, fault) -> {
                    progress.finished();
                    // None is left, unless the run itself broke down: no message may wait for ever.
                    Throwable known =
                            state.reason() == null ? null : state.reason().cause();
                    inputs.forEach(
                            input -> SharedResults.breakDown(input, operation.effect(), fault != null ? fault : known));
                });
    }

    /** A record is read once, for all who ask for it: HubSpot takes none twice in a call, and order means nothing here. */
    private static Collection<SharedInput> oncePerRecord(List<SharedInput> inputs) {
        Map<String, SharedInput> byId = new LinkedHashMap<>();
        for (SharedInput input : inputs) {
            SharedInput first = byId.putIfAbsent(input.record().id(), input);
            if (first != null) {
                first.standFor(input);
            }
        }
        return byId.values();
    }

    private CompletableFuture<BatchResult> run(
            BatchKind kind,
            RecordSource source,
            RunState state,
            OutcomeCollector collector,
            RejectedSink sink,
            BooleanSupplier stopping) {
        return new BatchRun(
                        kind,
                        source,
                        state,
                        first -> new ChunkSender(client, workers, state, first),
                        collector,
                        sink,
                        maxInFlight,
                        stopping,
                        workers)
                .start();
    }

    /**
     * Which outcomes are kept.
     *
     * @param successes whether the successes are
     * @param maxRejected how many rejections may be
     */
    public record Keeping(boolean successes, int maxRejected) {}
}
