// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.soak;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How a soak runs.
 *
 * @param records how many records it sends, about
 * @param seed decides the work, its order, the faults and the times of the kills
 * @param faultShare the part of the calls that a fault hits, from 0 to 1
 * @param kills how often the worker is killed
 * @param consumers how many messages the worker takes at once
 * @param rowsPerPoll how many rows the worker reads at once
 * @param limit how long it may take, from the start of the first worker on
 * @param trace whether the worker logs all that it does, and writes down what it shows of itself
 * @param folder where the broker, the database and the workers write; it must be empty or absent
 */
public record SoakSettings(
        long records,
        long seed,
        double faultShare,
        int kills,
        int consumers,
        int rowsPerPoll,
        Duration limit,
        boolean trace,
        Path folder) {}
