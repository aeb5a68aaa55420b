// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.batch.BatchMeter;
import io.github.camelhubspot.batch.OutcomeStatus;
import io.github.camelhubspot.client.Timing;

/** Knows the batches that are being carried out and how far they are, and tells another meter too. Thread-safe. */
final class RunningBatches implements BatchMeter {

    private final Timing timing;
    private final BatchMeter other;
    private final Set<Running> running = ConcurrentHashMap.newKeySet();

    RunningBatches(Timing timing, BatchMeter other) {
        this.timing = timing;
        this.other = other;
    }

    @Override
    public Progress started(ApiOperation operation) {
        Running batch = new Running(operation.label(), timing.now(), other.started(operation));
        running.add(batch);
        return batch;
    }

    int count() {
        return running.size();
    }

    /** The batches that have been running longest. */
    List<View> longest(int atMost) {
        return running.stream()
                .sorted(Comparator.comparing((Running batch) -> batch.since))
                .limit(atMost)
                .map(Running::view)
                .toList();
    }

    /**
     * How far a batch is.
     *
     * @param operation how users name it in a URI
     * @param succeeded the inputs that ended as their sender wished
     * @param others the inputs that ended in any other way
     */
    record View(String operation, Instant since, long succeeded, long others) {}

    private final class Running implements Progress {

        private final String operation;
        private final Instant since;
        private final Progress next;
        private final LongAdder succeeded = new LongAdder();
        private final LongAdder others = new LongAdder();

        Running(String operation, Instant since, Progress next) {
            this.operation = operation;
            this.since = since;
            this.next = next;
        }

        @Override
        public void ended(OutcomeStatus status) {
            (status.success() ? succeeded : others).increment();
            next.ended(status);
        }

        @Override
        public void finished() {
            running.remove(this);
            next.finished();
        }

        View view() {
            return new View(operation, since, succeeded.sum(), others.sum());
        }
    }
}
