// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.filestocrm;

import java.util.EnumMap;
import java.util.Map;

import io.github.camelhubspot.batch.OutcomeStatus;

/** Counts records, and how they ended; thread-safe. */
public final class Tally {

    private final Map<OutcomeStatus, Long> outcomes = new EnumMap<>(OutcomeStatus.class);
    private long read;

    synchronized void read() {
        read++;
    }

    synchronized void ended(OutcomeStatus outcome) {
        ended(outcome, 1);
    }

    synchronized void ended(OutcomeStatus outcome, long records) {
        outcomes.merge(outcome, records, Long::sum);
    }

    /** How many records were read. */
    public synchronized long records() {
        return read;
    }

    /** How many records ended so. */
    public synchronized long count(OutcomeStatus outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }

    /** How many records have an outcome. */
    public synchronized long done() {
        return outcomes.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many records have an outcome that is no success. */
    public synchronized long refused() {
        return outcomes.entrySet().stream()
                .filter(outcome -> !outcome.getKey().success())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
