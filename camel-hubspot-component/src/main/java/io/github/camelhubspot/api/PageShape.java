// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.api;

/**
 * How HubSpot gives the pages of an answer.
 *
 * @param maximum the largest page
 * @param maximumWithHistory the same where property histories are read
 * @param entries the field of the answer that holds the entries
 * @param byOffset whether {@code offset} and {@code hasMore} lead to the next page, in requests too; else
 *     {@code paging.next.after} does
 */
public record PageShape(int maximum, int maximumWithHistory, String entries, boolean byOffset) {}
