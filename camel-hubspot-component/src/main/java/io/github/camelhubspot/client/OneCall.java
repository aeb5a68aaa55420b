// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import java.io.IOException;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.api.Json;
import io.github.camelhubspot.client.BoundedInputStream.AnswerTooLargeException;

/** Sends a call once and reads the answer. */
final class OneCall {

    /** An error body beyond this tells nothing that is of use. */
    private static final int MAX_ERROR_SIZE = 1 << 20;

    private final Transport transport;
    private final Supplier<String> accessToken;
    private final long maxResponseSize;
    private final ClientResources resources;

    OneCall(Transport transport, Supplier<String> accessToken, long maxResponseSize, ClientResources resources) {
        this.transport = transport;
        this.accessToken = accessToken;
        this.maxResponseSize = maxResponseSize;
        this.resources = resources;
    }

    /**
     * What HubSpot answered.
     *
     * @param answer the success; null for a refusal
     * @param error the refusal; null for a success
     * @param retryAfter the header {@code Retry-After}; may be null
     * @param time HubSpot's time
     */
    record Reply(ApiAnswer answer, HubSpotError error, String retryAfter, ServerTime time) {}

    /**
     * Sends the call.
     *
     * @throws NotSentException where HubSpot surely did not get it
     * @throws IOException where the answer was lost or cannot be read
     */
    Reply send(ApiCall call) throws IOException {
        TransportRequest request = new TransportRequest(
                call.operation().method(), call.pathAndQuery(), "Bearer " + accessToken.get(), call.body());
        try (TransportAnswer answer = transport.send(request)) {
            ServerTime time = ServerTime.of(
                    answer.header("date"),
                    resources.clock(),
                    resources.nanoTime().getAsLong());
            String correlationId = answer.header("x-hubspot-correlation-id");
            if (answer.status() / 100 == 2) {
                ApiAnswer success = new ApiAnswer(answer.status(), json(answer), correlationId, time, null);
                return new Reply(success, null, null, time);
            }
            byte[] body = answer.body().readNBytes(MAX_ERROR_SIZE);
            if (body.length == MAX_ERROR_SIZE) {
                answer.abort().run();
            }
            return new Reply(
                    null, ErrorReader.read(answer.status(), body, correlationId), answer.header("retry-after"), time);
        }
    }

    private JsonNode json(TransportAnswer answer) throws IOException {
        try {
            JsonNode json = Json.MAPPER.readTree(new BoundedInputStream(answer.body(), maxResponseSize));
            return json == null || json.isMissingNode() ? null : json;
        } catch (AnswerTooLargeException e) {
            // Giving the connection back would mean reading the rest, which may have no end.
            answer.abort().run();
            throw e;
        }
    }
}
