// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.simulator.json.Json;

/** Calls a simulator over real HTTP, with its token. */
final class Client {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final HubSpotSimulator simulator;

    Client(HubSpotSimulator simulator) {
        this.simulator = simulator;
    }

    /** An answer with its body read as JSON. */
    record Reply(int status, JsonNode body, HttpResponse<String> raw) {

        String header(String name) {
            return raw.headers().firstValue(name).orElse(null);
        }

        JsonNode at(String pointer) {
            return body.at(pointer);
        }

        String text(String pointer) {
            return body.at(pointer).asText(null);
        }
    }

    Reply get(String path) throws IOException {
        return call("GET", path, null);
    }

    Reply post(String path, String body) throws IOException {
        return call("POST", path, body);
    }

    Reply patch(String path, String body) throws IOException {
        return call("PATCH", path, body);
    }

    Reply put(String path, String body) throws IOException {
        return call("PUT", path, body);
    }

    Reply delete(String path) throws IOException {
        return call("DELETE", path, null);
    }

    Reply call(String method, String path, String body) throws IOException {
        return send(request(path)
                .header("Authorization", "Bearer " + simulator.accessToken())
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    /** The start of a request of one's own. */
    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(simulator.baseUrl() + path));
    }

    static Reply send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Reply(response.statusCode(), json(response), response);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static JsonNode json(HttpResponse<String> response) {
        try {
            return Json.parse(response.body().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            return Json.object();
        }
    }
}
