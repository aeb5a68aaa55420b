// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * What all clients of a component share.
 *
 * @param calls runs the calls, which block their threads
 * @param timing tells the time and ends waits
 * @param random gives the source of randomness that spreads retries
 * @param meter is told what goes on
 */
public record ClientResources(Executor calls, Timing timing, Supplier<RandomGenerator> random, CallMeter meter) {}
