// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import java.time.Duration;
import java.time.Instant;

/** The one clock of a component: what time it is, and what is to happen later. */
public interface Timing {

    /** The time of day, which may jump. */
    Instant now();

    /** Nanoseconds from some origin, which never go back. */
    long nanoTime();

    /**
     * Runs a short action once, when a delay has passed.
     *
     * @return takes it back, unless it has begun
     */
    Runnable after(Duration delay, Runnable action);
}
