// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import java.io.IOException;
import java.time.Duration;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.api.Json;

/** Sends a call once and reads the answer. */
final class OneCall {

    /** An error body beyond this tells nothing that is of use. */
    private static final int MAX_ERROR_SIZE = 1 << 20;

    private final Transport transport;
    private final long maxResponseSize;
    private final Duration responseTimeout;
    private final Timing timing;

    OneCall(Transport transport, long maxResponseSize, Duration responseTimeout, Timing timing) {
        this.transport = transport;
        this.maxResponseSize = maxResponseSize;
        this.responseTimeout = responseTimeout;
        this.timing = timing;
    }

    /**
     * What HubSpot answered.
     *
     * @param answer the success; null for a refusal
     * @param error the refusal; null for a success
     * @param retryAfter the header {@code Retry-After}; may be null
     * @param quota what the answer says of the quota
     * @param time HubSpot's time
     */
    record Reply(ApiAnswer answer, HubSpotError error, String retryAfter, QuotaHeaders quota, ServerTime time) {}

    /**
     * Sends the call.
     *
     * @throws NotSentException where HubSpot surely did not get it
     * @throws IOException where the answer was lost or cannot be read
     */
    Reply send(ApiCall call, AccessToken token) throws IOException {
        TransportRequest request =
                TransportRequest.json(call.operation().method(), call.pathAndQuery(), token, call.body());
        try (TransportAnswer answer = transport.send(request)) {
            try {
                return read(answer);
            } catch (IOException e) {
                // Giving the connection back would mean reading the rest, which may have no end.
                answer.abort().run();
                throw e;
            }
        }
    }

    private Reply read(TransportAnswer answer) throws IOException {
        String correlationId = answer.header("x-hubspot-correlation-id");
        QuotaHeaders quota = QuotaHeaders.of(answer::header);
        ServerTime time = ServerTime.of(answer.header("date"), timing);
        if (answer.status() / 100 == 2) {
            JsonNode json = Json.MAPPER.readTree(bounded(answer, maxResponseSize));
            JsonNode body = json == null || json.isMissingNode() ? null : json;
            return new Reply(new ApiAnswer(answer.status(), body, correlationId, time, null), null, null, quota, time);
        }
        byte[] body = bounded(answer, MAX_ERROR_SIZE).readNBytes(MAX_ERROR_SIZE);
        if (body.length == MAX_ERROR_SIZE) {
            answer.abort().run();
        }
        HubSpotError error = ErrorReader.read(answer.status(), body, correlationId);
        return new Reply(null, error, answer.header("retry-after"), quota, time);
    }

    private BoundedInputStream bounded(TransportAnswer answer, long size) {
        return new BoundedInputStream(answer.body(), size, timing, responseTimeout);
    }
}
