// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import java.io.IOException;
import java.time.Duration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.api.Json;
import io.github.camelhubspot.client.BoundedInputStream.AnswerTooLargeException;

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
        try (TransportAnswer answer = transport.send(TransportRequest.of(call, token))) {
            try {
                return read(answer, token);
            } catch (IOException e) {
                // Giving the connection back would mean reading the rest, which may have no end.
                answer.abort().run();
                throw e;
            }
        }
    }

    private Reply read(TransportAnswer answer, AccessToken token) throws IOException {
        String correlationId = answer.header("x-hubspot-correlation-id");
        QuotaHeaders quota = QuotaHeaders.of(answer::header);
        ServerTime time = ServerTime.of(answer.header("date"), timing);
        if (answer.status() / 100 == 2) {
            JsonNode body = json(answer);
            return new Reply(new ApiAnswer(answer.status(), body, correlationId, time, null), null, null, quota, time);
        }
        byte[] body = answer.firstBytes(MAX_ERROR_SIZE, timing, responseTimeout);
        HubSpotError error = ErrorReader.read(answer.status(), body, correlationId);
        return new Reply(null, error.mapTexts(token::hideIn), answer.header("retry-after"), quota, time);
    }

    /** The JSON of the answer; null for one without content. */
    private JsonNode json(TransportAnswer answer) throws IOException {
        try {
            JsonNode json = Json.ANSWERS.readTree(
                    new BoundedInputStream(answer.body(), maxResponseSize, timing, responseTimeout));
            return json == null || json.isMissingNode() ? null : json;
        } catch (StreamConstraintsException e) {
            throw new AnswerTooLargeException("The answer is beyond what is read as JSON: " + Json.fault(e));
        } catch (JsonProcessingException e) {
            // Jackson's own words quote the answer.
            throw new IOException(Json.fault(e));
        }
    }
}
