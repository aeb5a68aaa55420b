// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.client.ApiAnswer;

/**
 * What HubSpot said of one call of a batch.
 *
 * @param httpStatus the HTTP status
 * @param status HubSpot's status, such as {@code COMPLETE}; null where it gave none
 * @param startedAt when HubSpot began, ISO-8601; may be null
 * @param completedAt when HubSpot ended, ISO-8601; may be null
 * @param requestedAt when HubSpot got the call, ISO-8601; may be null
 * @param links HubSpot's links, by name
 * @param numErrors how many inputs HubSpot refused
 * @param correlationId HubSpot's id of the call; may be null
 */
public record BatchCall(
        int httpStatus,
        String status,
        String startedAt,
        String completedAt,
        String requestedAt,
        Map<String, String> links,
        int numErrors,
        String correlationId) {

    static BatchCall of(ApiAnswer answer) {
        JsonNode body = answer.body();
        if (body == null) {
            return new BatchCall(answer.status(), null, null, null, null, Map.of(), 0, answer.correlationId());
        }
        Map<String, String> links = new LinkedHashMap<>();
        body.path("links")
                .properties()
                .forEach(link -> links.put(link.getKey(), link.getValue().asText()));
        return new BatchCall(
                answer.status(),
                body.path("status").asText(null),
                body.path("startedAt").asText(null),
                body.path("completedAt").asText(null),
                body.path("requestedAt").asText(null),
                Map.copyOf(links),
                body.path("numErrors").asInt(body.path("errors").size()),
                answer.correlationId());
    }

    /** Whether the call says nothing beyond its outcomes. */
    boolean ordinary() {
        return numErrors == 0 && (status == null || status.equals("COMPLETE"));
    }
}
