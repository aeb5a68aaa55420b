// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.quota;

import io.github.camelhubspot.simulator.HubSpotSimulator;

/**
 * How much of a quota was used in a time.
 *
 * @param calls the calls that HubSpot carried out
 * @param refused the calls that it refused for the rate limit
 * @param seconds the time
 * @param limit the calls that ten seconds allow
 */
public record QuotaUse(long calls, long refused, double seconds, int limit) {

    /** The calls as a part of those that the time allows. */
    public double share() {
        return calls / (limit * seconds / 10);
    }

    /** Begins to measure. */
    public static Measuring begin(HubSpotSimulator simulator, int limit) {
        return new Measuring(
                simulator,
                limit,
                simulator.tenSecondlyCalls(),
                simulator.rateLimitRefusals(),
                simulator.clock().millis());
    }

    /** What was so at the beginning. */
    public record Measuring(HubSpotSimulator simulator, int limit, long calls, long refused, long since) {

        /** What was used since the beginning. */
        public QuotaUse end() {
            return new QuotaUse(
                    simulator.tenSecondlyCalls() - calls, simulator.rateLimitRefusals() - refused, seconds(), limit);
        }

        /** The time since the beginning. */
        public double seconds() {
            return (simulator.clock().millis() - since) / 1000.0;
        }
    }
}
