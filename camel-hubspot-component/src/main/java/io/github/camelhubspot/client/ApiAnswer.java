// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A success that HubSpot answered.
 *
 * @param status the HTTP status, 2xx
 * @param body the JSON of the answer; null for an answer without content
 * @param correlationId HubSpot's id of the call; null where none came
 * @param time HubSpot's time
 * @param attempts how often it was sent
 */
public record ApiAnswer(int status, JsonNode body, String correlationId, ServerTime time, Attempts attempts)
        implements CallResult {

    ApiAnswer after(Attempts all) {
        return new ApiAnswer(status, body, correlationId, time, all);
    }

    /** The same answer, of which only a part matters. */
    public ApiAnswer withBody(JsonNode part) {
        return new ApiAnswer(status, part, correlationId, time, attempts);
    }
}
