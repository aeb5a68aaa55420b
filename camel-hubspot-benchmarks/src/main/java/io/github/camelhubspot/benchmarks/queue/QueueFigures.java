// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.queue;

import java.util.Locale;

import io.github.camelhubspot.examples.queuetocrm.Way;

/**
 * What a run took.
 *
 * @param way how messages shared calls
 * @param killed whether the worker was killed in the middle, and another one did the rest
 * @param messages how many were in the queue
 * @param seconds from the first contact to the last
 * @param calls how many calls HubSpot answered
 * @param deliveredAgain messages that a killed worker had in hand
 * @param sentAgain records that were sent more than once
 * @param lost messages whose contact is missing in the end; none can be there twice, since HubSpot keeps one for an address
 */
record QueueFigures(
        Way way,
        boolean killed,
        int messages,
        double seconds,
        long calls,
        long deliveredAgain,
        long sentAgain,
        long lost) {

    static final String HEAD =
            "| way | killed | messages | records/s | calls per 1,000 records | delivered again | sent again"
                    + " | lost |\n|---|---|---:|---:|---:|---:|---:|---:|";

    boolean good() {
        return lost == 0;
    }

    /** A row in Markdown; a run with a kill has no rate, since another JVM starts within it. */
    String row() {
        return String.format(
                Locale.ROOT,
                "| `%s` | %s | %,d | %s | %.1f | %d | %d | %d |",
                way,
                killed ? "yes" : "no",
                messages,
                killed ? "" : String.format(Locale.ROOT, "%,.0f", messages / seconds),
                calls * 1000.0 / messages,
                deliveredAgain,
                sentAgain,
                lost);
    }
}
