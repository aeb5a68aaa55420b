// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.lookup;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.client.ApiAnswer;

/**
 * The records that a lookup found.
 *
 * @param byValue the record of each value that has one
 * @param answer what HubSpot answered; null where nothing was found, or nothing was asked
 */
public record FoundRecords(Map<String, JsonNode> byValue, ApiAnswer answer) {

    /** No record at all. */
    public static final FoundRecords NONE = new FoundRecords(Map.of(), null);
}
