// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.quarkus;

/**
 * What became of an order.
 *
 * @param order its number
 * @param deal the record id of its deal; null where there is none
 * @param company the record id of its company; null where there is none
 * @param problem why it was not written; null where it was
 */
public record Receipt(String order, String deal, String company, String problem) {}
