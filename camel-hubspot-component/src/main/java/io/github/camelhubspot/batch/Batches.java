// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.client.HubSpotClient;
import io.github.camelhubspot.lookup.AssociationLabels;
import io.github.camelhubspot.lookup.LostCreates;
import io.github.camelhubspot.record.BodyReader;
import io.github.camelhubspot.record.RecordSource;

/** Carries out batch operations against one account. Thread-safe. */
public final class Batches {

    private final HubSpotClient client;
    private final AssociationLabels labels;
    private final LostCreates lostCreates;
    private final Executor workers;
    private final int maxInFlight;

    /**
     * Batches.
     *
     * @param lostCreates finds out what became of creates whose answers were lost
     * @param workers goes on with a run when a call has ended
     * @param maxInFlight the most chunks of a run in flight
     */
    public Batches(
            HubSpotClient client,
            AssociationLabels labels,
            LostCreates lostCreates,
            Executor workers,
            int maxInFlight) {
        this.client = client;
        this.labels = labels;
        this.lostCreates = lostCreates;
        this.workers = workers;
        this.maxInFlight = maxInFlight;
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
        BatchKind kind = BatchKinds.of(operation, options, bodies, client, labels, lostCreates);
        OutcomeCollector collector = new OutcomeCollector(
                keeping.successes(), sink == null, keeping.maxRejected(), kind.notFoundIsFailure());
        RunState state = new RunState(keeping.successes());
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
