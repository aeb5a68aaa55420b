// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.lists;

import java.util.List;

/**
 * What became of a list over time, all times in epoch milliseconds.
 *
 * @param sizes how many records it had, oldest first
 * @param edits when its name or filters changed, oldest first
 * @param lastAddedAt when the last record joined; null for never
 * @param lastRemovedAt when the last record left; null for never
 */
public record ListHistory(List<SizePoint> sizes, List<Long> edits, Long lastAddedAt, Long lastRemovedAt) {}
