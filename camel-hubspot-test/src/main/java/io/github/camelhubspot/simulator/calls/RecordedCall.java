// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.calls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.simulator.json.Json;

/** A call that arrived, as it was on the wire, and what it was answered. */
public final class RecordedCall {

    private static final byte[] NOTHING = {};

    private final long index;
    private final String method;
    private final String path;
    private final String query;
    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Instant arrivedAt;
    private volatile byte[] body = NOTHING;
    private volatile int status;
    private volatile byte[] responseBody = NOTHING;
    private volatile String correlationId;
    private boolean ended;

    RecordedCall(
            long index,
            String method,
            String path,
            String query,
            Map<String, List<String>> headers,
            Instant arrivedAt) {
        this.index = index;
        this.method = method;
        this.path = path;
        this.query = query;
        this.headers.putAll(headers);
        this.arrivedAt = arrivedAt;
    }

    void body(byte[] text) {
        body = text;
    }

    void answered(int answerStatus, String answerCorrelationId, byte[] text) {
        correlationId = answerCorrelationId;
        responseBody = text;
        status = answerStatus;
    }

    /** Whether the call ends with this; false if it had ended. */
    boolean end() {
        boolean first = !ended;
        ended = true;
        return first;
    }

    /** The number of the call, from 0 in the order of arrival; it counts on when old calls are forgotten. */
    public long index() {
        return index;
    }

    public String method() {
        return method;
    }

    /** The path without the query, still percent-encoded. */
    public String path() {
        return path;
    }

    /** The query, still percent-encoded; null if there was none. */
    public String query() {
        return query;
    }

    /** All headers; lookups do not regard case. */
    public Map<String, List<String>> headers() {
        return Collections.unmodifiableMap(headers);
    }

    /** The first value of a header, whose name may be in any case; null if it is absent. */
    public String header(String name) {
        List<String> values = headers.get(name);
        return values == null ? null : values.get(0);
    }

    /** The body as text; empty if there was none, or if bodies are not recorded. */
    public String body() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The body as JSON. */
    public JsonNode bodyJson() {
        return json(body);
    }

    /** The status of the answer; 0 while there is none, and when the connection was dropped instead. */
    public int status() {
        return status;
    }

    /** The body of the answer as text, in full even when a fault cut it off. */
    public String responseBody() {
        return new String(responseBody, StandardCharsets.UTF_8);
    }

    public JsonNode responseJson() {
        return json(responseBody);
    }

    /** The id that answer and error body carry; null while there is no answer. */
    public String correlationId() {
        return correlationId;
    }

    /** When the call arrived, by the simulator's clock. */
    public Instant arrivedAt() {
        return arrivedAt;
    }

    private static JsonNode json(byte[] text) {
        try {
            return Json.parse(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(new IOException("Not JSON: " + e.getOriginalMessage(), e));
        }
    }

    @Override
    public String toString() {
        return "#" + index + " " + method + " " + path + (query == null ? "" : "?" + query) + " -> " + status;
    }
}
