// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.simulator.HubSpotSimulator;

import static org.assertj.core.api.Assertions.assertThat;

/** Makes what a form needs to be there, with HubSpot's own calls, and remembers what they gave under their names. */
final class Preparation {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final HubSpotSimulator simulator;
    private final Placeholders placeholders;

    Preparation(HubSpotSimulator simulator, Placeholders placeholders) {
        this.simulator = simulator;
        this.placeholders = placeholders;
    }

    void make(JsonNode given) {
        given.properties().forEach(step -> {
            if (step.getValue().has("passes")) {
                simulator
                        .clock()
                        .advance(Duration.parse(step.getValue().get("passes").asText()));
                return;
            }
            JsonNode answer = call(placeholders.in(step.getValue()));
            JsonNode value = answer.at(step.getValue().path("take").asText("/id"));
            if (!value.isMissingNode()) {
                placeholders.put(step.getKey(), value);
            }
        });
    }

    private JsonNode call(JsonNode step) {
        String[] call = step.path("call").asText().split(" ", 2);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(simulator.baseUrl() + call[1]))
                .header("Authorization", "Bearer " + simulator.accessToken());
        if (step.has("parts")) {
            request.header("Content-Type", "multipart/form-data; boundary=" + FormParts.BOUNDARY)
                    .method(call[0], HttpRequest.BodyPublishers.ofString(FormParts.write(step.get("parts"))));
        } else if (step.has("json")) {
            request.header("Content-Type", "application/json")
                    .method(
                            call[0],
                            HttpRequest.BodyPublishers.ofString(step.get("json").toString()));
        } else {
            request.method(call[0], HttpRequest.BodyPublishers.noBody());
        }
        HttpResponse<String> answer = send(request.build());
        assertThat(answer.statusCode()).as("%s: %s", step, answer.body()).isBetween(200, 204);
        return json(answer.body());
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return WireForms.MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
