// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import java.util.concurrent.CompletionStage;

/** Gives the permits of one window of an account's quota. */
interface Permits {

    /**
     * Takes a permit where there is one.
     *
     * @return completed with 0 where a permit was taken, else with the nanoseconds until there is one
     */
    CompletionStage<Long> take();

    /** Notes that the call for which a permit was taken at that time, by {@link Timing#nanoTime}, has ended. */
    void ended(long takenAt);

    /** Goes by another limit from now on. */
    void limit(int calls);
}
