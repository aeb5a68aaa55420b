// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.api;

import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.simulator.crm.DateText;
import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.events.Events;
import io.github.camelhubspot.simulator.events.SentEvent;
import io.github.camelhubspot.simulator.http.Answer;
import io.github.camelhubspot.simulator.http.Request;
import io.github.camelhubspot.simulator.json.Json;
import io.github.camelhubspot.simulator.settings.SimulatorSettings;

/** Takes occurrences of custom events. */
public final class EventsApi {

    private static final int LARGEST_BATCH = 500;
    private static final int MOST_PROPERTIES = 50;

    private final Events events;
    private final SimulatorSettings settings;
    private final Clock clock;

    public EventsApi(Events events, SimulatorSettings settings, Clock clock) {
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    public Answer send(Request request) {
        events.add(List.of(read(request.object())));
        return Answer.noContent();
    }

    /** Takes all occurrences of a batch, or none. */
    public Answer sendBatch(Request request) {
        JsonNode body = request.object();
        if (!body.has("inputs")) {
            throw HubSpotError.missingField("inputs").exception();
        }
        events.add(BatchInputs.read(body, LARGEST_BATCH, this::read));
        return Answer.noContent();
    }

    private SentEvent read(JsonNode json) {
        String email = text(json, "email");
        String objectId = text(json, "objectId");
        String utk = text(json, "utk");
        if (email == null && objectId == null && utk == null) {
            throw HubSpotError.validation("One of email, objectId and utk must say whose event it is")
                    .exception();
        }
        return new SentEvent(
                eventName(json), email, objectId, utk, occurredAt(json), properties(json), text(json, "uuid"));
    }

    private static String text(JsonNode json, String field) {
        String text = Json.text(json.get(field));
        return text == null || text.isBlank() ? null : text;
    }

    private String eventName(JsonNode json) {
        String name = text(json, "eventName");
        if (name == null) {
            throw HubSpotError.missingField("eventName").exception();
        }
        String prefix = "pe" + settings.portalId() + "_";
        if (!name.startsWith(prefix) || name.length() == prefix.length()) {
            throw HubSpotError.validation("eventName must be the full name of an event, which begins with " + prefix)
                    .context("eventName", name)
                    .exception();
        }
        if (!events.isKnown(name)) {
            throw HubSpotError.validation("There is no event named " + name)
                    .context("eventName", name)
                    .exception();
        }
        return name;
    }

    private Instant occurredAt(JsonNode json) {
        String text = text(json, "occurredAt");
        if (text == null) {
            return clock.instant();
        }
        OptionalLong millis = DateText.parse(text);
        if (millis.isEmpty()) {
            throw HubSpotError.validation("occurredAt must be a time of ISO-8601")
                    .exception();
        }
        return Instant.ofEpochMilli(millis.getAsLong());
    }

    private static Map<String, String> properties(JsonNode json) {
        JsonNode properties = json.path("properties");
        if (!properties.isMissingNode() && !properties.isNull() && !properties.isObject()) {
            throw HubSpotError.invalidJson(1, 2, "properties must be an object").exception();
        }
        if (properties.size() > MOST_PROPERTIES) {
            throw HubSpotError.validation("An event may have at most " + MOST_PROPERTIES + " properties")
                    .exception();
        }
        Map<String, String> values = new LinkedHashMap<>();
        properties.properties().forEach(property -> values.put(property.getKey(), Json.text(property.getValue())));
        return Collections.unmodifiableMap(values);
    }
}
