// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks;

import java.time.Duration;
import java.util.Locale;

import io.github.camelhubspot.benchmarks.process.Arguments;
import io.github.camelhubspot.benchmarks.quota.Nodes;
import io.github.camelhubspot.benchmarks.quota.QuotaUse;
import io.github.camelhubspot.simulator.HubSpotSimulator;

/** How much of HubSpot's rolling limit is used at full load in real time, and how many calls are refused. */
public final class QuotaBenchmark {

    private QuotaBenchmark() {}

    /** Runs it; arguments are {@code seconds}, {@code limit} (calls in ten seconds) and {@code latency} in milliseconds. */
    public static void main(String[] args) throws Exception {
        Arguments arguments = Arguments.parse(args, "seconds", "limit", "latency");
        int limit = (int) arguments.number("limit", 190);
        long latency = arguments.number("latency", 50);
        long seconds = arguments.number("seconds", 300);
        try (HubSpotSimulator simulator = new HubSpotSimulator().start();
                Nodes nodes = new Nodes()) {
            simulator.settings().recordBodies(false).tenSecondlyLimit(limit);
            if (latency > 0) {
                simulator.faults().always().delay(Duration.ofMillis(latency));
            }
            nodes.start(simulator);
            QuotaUse.Measuring measuring = QuotaUse.begin(simulator, limit);
            Thread.sleep(Duration.ofSeconds(seconds).toMillis());
            QuotaUse use = measuring.end();
            System.out.printf(
                    Locale.ROOT,
                    "limit %d in ten seconds, answers after %d ms, %.0f s: %d calls, %d refused with 429, %.1f %% of the limit used%n",
                    limit,
                    latency,
                    use.seconds(),
                    use.calls(),
                    use.refused(),
                    use.share() * 100);
        }
        System.exit(0);
    }
}
