// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.soak;

import java.util.Locale;
import java.util.Set;

/**
 * What was going on when a worker was killed.
 *
 * @param exitStatus how its process ended
 * @param callsInFlight how many calls HubSpot was answering
 * @param unacknowledged how many messages the worker had in hand
 * @param keysWithoutUniqueProperty the records in them that a second delivery may double
 * @param openMessages how many messages were left, those in hand among them
 * @param openRows how many rows were left
 */
record Kill(
        int exitStatus,
        int callsInFlight,
        int unacknowledged,
        Set<String> keysWithoutUniqueProperty,
        long openMessages,
        long openRows) {

    /** Whether it hit the worker while there was work from both sources. */
    boolean hitBothSources() {
        return unacknowledged > 0 && openRows > 0;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d messages in hand (%d records in them without a unique property), %d calls in flight, %d messages and"
                        + " %d rows left, exit status %d",
                unacknowledged,
                keysWithoutUniqueProperty.size(),
                callsInFlight,
                openMessages,
                openRows,
                exitStatus);
    }
}
