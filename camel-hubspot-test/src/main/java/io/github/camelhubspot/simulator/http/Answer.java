// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.simulator.json.Json;

/** What a call is answered with. */
public final class Answer {

    private static final String JSON = "application/json;charset=utf-8";

    private final int status;
    private final byte[] body;
    private final Map<String, String> headers = new LinkedHashMap<>();

    private Answer(int status, byte[] body, String contentType) {
        this.status = status;
        this.body = body;
        if (body.length > 0) {
            headers.put("Content-Type", contentType);
        }
    }

    public static Answer json(int status, JsonNode body) {
        return new Answer(status, Json.bytes(body), JSON);
    }

    public static Answer ok(JsonNode body) {
        return json(200, body);
    }

    public static Answer noContent() {
        return empty(204);
    }

    public static Answer empty(int status) {
        return new Answer(status, new byte[0], null);
    }

    /** The content of a file. */
    public static Answer content(byte[] content, String contentType) {
        return new Answer(200, content, contentType);
    }

    /** A page as proxies in front of HubSpot send it. */
    public static Answer html(int status, String html) {
        return new Answer(status, html.getBytes(StandardCharsets.UTF_8), "text/html;charset=utf-8");
    }

    /** A body of JSON text that need not be valid. */
    public static Answer text(int status, String json) {
        return new Answer(status, json.getBytes(StandardCharsets.UTF_8), JSON);
    }

    public Answer header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public int status() {
        return status;
    }

    public byte[] body() {
        return body;
    }

    public Map<String, String> headers() {
        return headers;
    }
}
