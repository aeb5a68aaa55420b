// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a batch ended: the outcome of each input, in the order of the inputs, with counts of each.
 *
 * <p>The counts cover every input. The outcomes that are no successes are kept (with {@code rejectedUri} at most
 * {@code maxRejected} of them, as they were handed on); the successes are kept as the option {@code keepOutcomes} says.
 * Immutable.
 */
public final class BatchResult implements Iterable<BatchOutcome> {

    private final List<BatchOutcome> outcomes;
    private final Map<OutcomeStatus, Long> counts;
    private final List<BatchCall> calls;
    private final BatchStop stop;
    private final boolean notFoundIsFailure;
    private final boolean dryRun;

    BatchResult(
            List<BatchOutcome> outcomes,
            Map<OutcomeStatus, Long> counts,
            List<BatchCall> calls,
            BatchStop stop,
            boolean notFoundIsFailure) {
        this(outcomes, counts, calls, stop, notFoundIsFailure, false);
    }

    private BatchResult(
            List<BatchOutcome> outcomes,
            Map<OutcomeStatus, Long> counts,
            List<BatchCall> calls,
            BatchStop stop,
            boolean notFoundIsFailure,
            boolean dryRun) {
        this.outcomes = List.copyOf(outcomes);
        this.counts = Collections.unmodifiableMap(new EnumMap<>(counts));
        this.calls = List.copyOf(calls);
        this.stop = stop;
        this.notFoundIsFailure = notFoundIsFailure;
        this.dryRun = dryRun;
    }

    /** The same result, of a run that wrote nothing. */
    BatchResult ofDryRun() {
        return new BatchResult(outcomes, counts, calls, stop, notFoundIsFailure, true);
    }

    /** Whether nothing was written: each outcome tells how its input would have ended, and its record is a report. */
    public boolean dryRun() {
        return dryRun;
    }

    /** The kept outcomes in the order of the inputs. */
    @Override
    public Iterator<BatchOutcome> iterator() {
        return outcomes.iterator();
    }

    /** The kept outcomes in the order of the inputs. */
    public List<BatchOutcome> outcomes() {
        return outcomes;
    }

    /** How many inputs ended so. */
    public long count(OutcomeStatus status) {
        return counts.getOrDefault(status, 0L);
    }

    /** How many inputs ended how; a status that none ended with may be missing. */
    public Map<OutcomeStatus, Long> counts() {
        return counts;
    }

    /** How many inputs were read. */
    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many inputs ended as their sender wished. */
    public long succeeded() {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().success())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** How many inputs failed; a record that {@code batchGet} did not find is no failure. */
    public long failed() {
        return total() - succeeded() - (notFoundIsFailure ? 0 : count(OutcomeStatus.NOT_FOUND));
    }

    /** What HubSpot said of each call, kept like the outcomes: all, or those with errors or an unusual status. */
    public List<BatchCall> calls() {
        return calls;
    }

    /** Why the reading ended before the last input, and where; empty where all inputs were read and sent. */
    public Optional<BatchStop> stopped() {
        return Optional.ofNullable(stop);
    }

    @Override
    public String toString() {
        return "BatchResult[" + (dryRun ? "dry run, " : "") + "total=" + total() + ", " + counts
                + (stop == null ? "" : ", stopped at input " + stop.index() + ": " + stop.reason()) + "]";
    }
}
