// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.lists;

/**
 * That a record is in a list.
 *
 * @param joinedAt since when, in epoch milliseconds
 * @param firstJoinedAt when it was first in the list
 */
public record Membership(long recordId, long joinedAt, long firstJoinedAt) {}
