// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.api;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.simulator.crm.Crm;
import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.error.HubSpotErrorException;
import io.github.camelhubspot.simulator.http.Answer;
import io.github.camelhubspot.simulator.http.Request;
import io.github.camelhubspot.simulator.json.Json;
import io.github.camelhubspot.simulator.schema.ObjectType;
import io.github.camelhubspot.simulator.schema.PropertyDefinition;
import io.github.camelhubspot.simulator.schema.PropertyDefinitions;
import io.github.camelhubspot.simulator.settings.SimulatorSettings;

/** The operations on property definitions. */
public final class PropertiesApi {

    private static final int LARGEST_BATCH = 100;
    private static final int MOST_UNIQUE = 10;

    private final Crm crm;
    private final SimulatorSettings settings;
    private final Clock clock;

    public PropertiesApi(Crm crm, SimulatorSettings settings, Clock clock) {
        this.crm = crm;
        this.settings = settings;
        this.clock = clock;
    }

    public Answer list(Request request) {
        ObjectNode json = Json.object();
        ArrayNode results = json.putArray("results");
        definitions(request).list(request.query().flag("archived")).forEach(one -> results.add(PropertyJson.of(one)));
        return Answer.ok(json);
    }

    private PropertyDefinitions definitions(Request request) {
        return crm.store(request.objectType()).definitions();
    }

    public Answer get(Request request) {
        String name = request.parameter("propertyName");
        return Answer.ok(PropertyJson.of(
                find(request, name, request.query().flag("archived")).orElseThrow(() -> notFound(name))));
    }

    private Optional<PropertyDefinition> find(Request request, String name, boolean archived) {
        PropertyDefinitions definitions = definitions(request);
        return archived ? definitions.archived(name) : Optional.ofNullable(definitions.get(name));
    }

    private static HubSpotErrorException notFound(String name) {
        return HubSpotError.of(404, HubSpotError.OBJECT_NOT_FOUND, "Property " + name + " does not exist")
                .exception();
    }

    public Answer create(Request request) {
        PropertyDefinition definition = PropertyJson.read(request.object());
        return crm.writing(() -> {
            PropertyDefinition created = create(request, definition);
            return Answer.json(201, PropertyJson.of(created))
                    .header("Location", request.baseUrl() + request.path() + "/" + created.name());
        });
    }

    /** Creates a definition; an archived one of that name comes back to life, with its old date of creation. */
    private PropertyDefinition create(Request request, PropertyDefinition definition) {
        ObjectType type = request.objectType();
        PropertyDefinitions definitions = definitions(request);
        String name = definition.name();
        if (definitions.get(name) != null) {
            throw HubSpotError.of(
                            409, HubSpotError.OBJECT_ALREADY_EXISTS, "A property named '" + name + "' already exists.")
                    .subCategory("Properties.PROPERTY_WITH_NAME_EXISTS")
                    .exception();
        }
        if (!definitions.groups().containsKey(definition.groupName())) {
            throw HubSpotError.validation("There is no property group named " + definition.groupName())
                    .exception();
        }
        long unique = definitions.list(false).stream()
                .filter(one -> one.hasUniqueValue() && !one.isHubspotDefined())
                .count();
        if (definition.hasUniqueValue() && unique >= MOST_UNIQUE) {
            throw HubSpotError.validation("An object type may have at most " + MOST_UNIQUE + " unique properties")
                    .exception();
        }
        long now = clock.millis();
        long createdAt =
                definitions.archived(name).map(PropertyDefinition::createdAt).orElse(now);
        crm.defineProperty(type.id(), definition);
        return definitions.put(definition.withTimes(createdAt, now));
    }

    public Answer update(Request request) {
        JsonNode changes = request.object();
        String name = request.parameter("propertyName");
        return crm.writing(() -> {
            PropertyDefinition before = find(request, name, false).orElseThrow(() -> notFound(name));
            PropertyDefinition changed =
                    PropertyJson.update(before, changes).withTimes(before.createdAt(), clock.millis());
            return Answer.ok(PropertyJson.of(definitions(request).put(changed)));
        });
    }

    public Answer archive(Request request) {
        String name = request.parameter("propertyName");
        return crm.writing(() -> {
            PropertyDefinition definition = find(request, name, false).orElseThrow(() -> notFound(name));
            if (definition.isHubspotDefined()) {
                throw HubSpotError.validation("Property " + name + " is HubSpot's own and cannot be archived")
                        .exception();
            }
            definitions(request).archive(name, clock.millis());
            return Answer.noContent();
        });
    }

    public Answer batchCreate(Request request) {
        List<PropertyDefinition> inputs = BatchInputs.read(request.object(), LARGEST_BATCH, PropertyJson::read);
        return crm.writing(() -> {
            BatchResult result = newResult();
            for (PropertyDefinition definition : inputs) {
                try {
                    result.add(PropertyJson.of(create(request, definition)));
                } catch (HubSpotErrorException e) {
                    result.add(e.error().context("name", definition.name()));
                }
            }
            return result.answer(201, clock.millis());
        });
    }

    private BatchResult newResult() {
        return new BatchResult(clock.millis(), settings.resultsInReverseOrder());
    }

    public Answer batchRead(Request request) {
        JsonNode body = request.object();
        boolean archived = body.path("archived").asBoolean();
        BatchResult result = newResult();
        List<String> missing = new ArrayList<>();
        for (String name : names(body)) {
            find(request, name, archived)
                    .ifPresentOrElse(found -> result.add(PropertyJson.of(found)), () -> missing.add(name));
        }
        if (!missing.isEmpty()) {
            result.add(HubSpotError.of(404, HubSpotError.OBJECT_NOT_FOUND, "Some properties do not exist")
                    .context("name", missing));
        }
        return result.answer(200, clock.millis());
    }

    private static List<String> names(JsonNode body) {
        return BatchInputs.read(body, LARGEST_BATCH, input -> PropertyJson.required(input, "name"));
    }

    /** Archives what can be archived; answered alike whatever the state of the properties is. */
    public Answer batchArchive(Request request) {
        Set<String> names = new HashSet<>(names(request.object()));
        return crm.writing(() -> {
            for (String name : names) {
                find(request, name, false)
                        .filter(definition -> !definition.isHubspotDefined())
                        .ifPresent(definition -> definitions(request).archive(name, clock.millis()));
            }
            return Answer.noContent();
        });
    }
}
