// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.function.Supplier;

import io.github.camelhubspot.batch.BatchMeter;
import io.github.camelhubspot.client.CallMeter;
import io.github.camelhubspot.client.CallMeters;
import io.github.camelhubspot.client.Timing;
import io.github.camelhubspot.health.AccountHealth;
import io.github.camelhubspot.metrics.Metrics;

/** All that watch the calls and batches of a component: its own counters, and what the application measures with. */
final class Observers {

    private final Supplier<Metrics> find;
    private final CallStatistics calls;
    private final RunningBatches batches;
    private Metrics metrics;

    /**
     * Observers.
     *
     * @param metrics finds what the application measures with, which may not be there before the first call
     */
    Observers(Supplier<Metrics> metrics, Timing timing) {
        this.find = metrics;
        this.calls = new CallStatistics(timing);
        this.batches = new RunningBatches(timing, operation -> metrics().started(operation));
    }

    private synchronized Metrics metrics() {
        if (metrics == null) {
            metrics = find.get();
        }
        return metrics;
    }

    /** The meter of an account's calls. */
    CallMeter ofAccount(AccountKey key, AccountHealth health) {
        return new CallMeters(calls, health, metrics().account(key.account()));
    }

    BatchMeter ofBatches() {
        return batches;
    }

    CallStatistics calls() {
        return calls;
    }

    RunningBatches batches() {
        return batches;
    }

    synchronized void close() {
        if (metrics != null) {
            metrics.close();
        }
    }
}
