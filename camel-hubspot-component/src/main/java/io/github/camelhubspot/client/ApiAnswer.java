// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A success that HubSpot answered.
 *
 * @param status the HTTP status, 2xx
 * @param body the JSON of the answer; null for an answer without content
 * @param correlationId HubSpot's id of the call; null where none came
 */
public record ApiAnswer(int status, JsonNode body, String correlationId) implements CallResult {}
