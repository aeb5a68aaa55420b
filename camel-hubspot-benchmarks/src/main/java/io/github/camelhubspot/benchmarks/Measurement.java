// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks;

import java.util.List;

import io.github.camelhubspot.benchmarks.variant.Cost;

/**
 * What one run of a variant cost, with the counts of the server.
 *
 * @param calls the calls that the server answered
 * @param records the records that came with them
 * @param cost what it cost the measured process
 */
record Measurement(long calls, long records, Cost cost) {

    /** All rounds of a variant as one. */
    static Measurement sum(List<Measurement> rounds) {
        return rounds.stream()
                .reduce((a, b) -> new Measurement(a.calls + b.calls, a.records + b.records, a.cost.plus(b.cost)))
                .orElseThrow();
    }

    double callsPerSecond() {
        return calls * 1e9 / cost.nanos();
    }

    double recordsPerSecond() {
        return records * 1e9 / cost.nanos();
    }

    double cpuSecondsPerThousandCalls() {
        return cost.cpuNanos() / 1e6 / calls;
    }

    double bytesPerRecord() {
        return (double) cost.allocatedBytes() / records;
    }
}
