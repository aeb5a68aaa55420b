// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Counts outcomes and keeps those that are to be kept; confined to one thread at a time. */
final class OutcomeCollector {

    private final boolean keepSuccesses;
    private boolean keepAllFailures;
    private final int maxRejected;
    private final boolean notFoundIsFailure;
    private final BatchMeter.Progress progress;
    private final Consumer<Entry> ended;
    private final Map<OutcomeStatus, Long> counts = new EnumMap<>(OutcomeStatus.class);
    private final List<BatchOutcome> kept = new ArrayList<>();
    private long rejected;
    private int keptFailures;

    /**
     * A collector.
     *
     * @param keepSuccesses whether successes are kept
     * @param keepAllFailures whether every failure is kept; else the first {@code maxRejected}
     * @param progress is told of every outcome
     * @param ended gets every entry that has its outcome
     */
    OutcomeCollector(
            boolean keepSuccesses,
            boolean keepAllFailures,
            int maxRejected,
            boolean notFoundIsFailure,
            BatchMeter.Progress progress,
            Consumer<Entry> ended) {
        this.keepSuccesses = keepSuccesses;
        this.keepAllFailures = keepAllFailures;
        this.maxRejected = maxRejected;
        this.notFoundIsFailure = notFoundIsFailure;
        this.progress = progress;
        this.ended = ended;
    }

    void add(Entry entry) {
        BatchOutcome outcome = entry.outcome;
        progress.ended(outcome.status());
        ended.accept(entry);
        counts.merge(outcome.status(), 1L, Long::sum);
        if (outcome.status().success()) {
            if (keepSuccesses) {
                kept.add(outcome);
            }
            return;
        }
        if (failure(outcome) && outcome.status() != OutcomeStatus.NOT_SENT) {
            rejected++;
        }
        if (keepAllFailures || keptFailures < maxRejected) {
            keptFailures++;
            kept.add(outcome);
        }
    }

    /** Keeps failures after all that were left out because another was to take them. */
    void keep(Collection<BatchOutcome> outcomes) {
        Set<Long> indexes = kept.stream().map(BatchOutcome::index).collect(Collectors.toSet());
        outcomes.stream().filter(outcome -> indexes.add(outcome.index())).forEach(kept::add);
        keepAllFailures = true;
    }

    boolean failure(BatchOutcome outcome) {
        return !outcome.status().success() && (outcome.status() != OutcomeStatus.NOT_FOUND || notFoundIsFailure);
    }

    boolean tooManyRejected() {
        return keepAllFailures && rejected > maxRejected;
    }

    BatchResult result(List<BatchCall> calls, BatchStop stop) {
        kept.sort(Comparator.comparingLong(BatchOutcome::index));
        return new BatchResult(kept, counts, calls, stop, notFoundIsFailure);
    }
}
