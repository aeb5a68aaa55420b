// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;

/** One stage that the inputs of a run go through, chunk by chunk; confined to the steps of a run. */
final class Stage {

    /** So many chunks in a row that were refused, or lost, whole mean that the inputs, or HubSpot, are at fault. */
    private static final int HOPELESS_CHUNKS = 3;

    private final int chunkSize;
    private final ChunkPlanner planner;
    private final BiFunction<List<Entry>, ChunkSender, CompletableFuture<Void>> work;
    private final ChunkRuns refused = new ChunkRuns(HOPELESS_CHUNKS);
    private final ChunkRuns lost = new ChunkRuns(HOPELESS_CHUNKS);

    /**
     * A stage.
     *
     * @param inputs gives the entries to send
     * @param work carries a chunk out
     */
    Stage(
            int chunkSize,
            ChunkPlanner.Inputs inputs,
            BiFunction<List<Entry>, ChunkSender, CompletableFuture<Void>> work) {
        this.chunkSize = chunkSize;
        this.planner = new ChunkPlanner(chunkSize, inputs);
        this.work = work;
    }

    ChunkPlanner planner() {
        return planner;
    }

    CompletableFuture<Void> send(Chunk chunk, ChunkSender sender) {
        try {
            return work.apply(chunk.entries(), sender);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Why the run is to end after a chunk; null where it is not. */
    BatchStop hopeless(Chunk chunk) {
        if (chunk.number() < 0 || chunk.entries().size() < chunkSize) {
            return null;
        }
        if (refused.completed(chunk.number(), ended(chunk, OutcomeStatus.REJECTED))) {
            return BatchStop.because("every record of " + HOPELESS_CHUNKS + " calls in a row was refused");
        }
        return lost.completed(chunk.number(), ended(chunk, OutcomeStatus.AMBIGUOUS))
                ? BatchStop.because("the answers to " + HOPELESS_CHUNKS + " calls in a row were lost")
                : null;
    }

    private static boolean ended(Chunk chunk, OutcomeStatus status) {
        return chunk.entries().stream().allMatch(entry -> entry.outcome != null && entry.outcome.status() == status);
    }
}
