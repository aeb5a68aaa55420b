// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.lists;

/** How many records a list had since the given time, in epoch milliseconds. */
public record SizePoint(long timestamp, int size) {}
