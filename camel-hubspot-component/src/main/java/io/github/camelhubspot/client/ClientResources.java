// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * What all clients of a component share.
 *
 * @param calls runs the calls, which block their threads; bounded by the slots of {@link AccountGovernor}
 * @param timer ends waits
 * @param clock tells the time
 * @param nanoTime measures how long something took, in nanoseconds; unlike the clock it never jumps
 * @param random gives the source of randomness that spreads retries
 */
public record ClientResources(
        Executor calls,
        ScheduledExecutorService timer,
        Clock clock,
        LongSupplier nanoTime,
        Supplier<RandomGenerator> random) {}
