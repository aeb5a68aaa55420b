// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.api;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.simulator.crm.Crm;
import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.http.Answer;
import io.github.camelhubspot.simulator.http.Request;
import io.github.camelhubspot.simulator.json.Json;
import io.github.camelhubspot.simulator.schema.PropertyDefinition;
import io.github.camelhubspot.simulator.schema.PropertyGroup;

/** The operations on the groups in which property definitions are listed. */
public final class PropertyGroupsApi {

    private final Crm crm;

    public PropertyGroupsApi(Crm crm) {
        this.crm = crm;
    }

    public Answer list(Request request) {
        ObjectNode json = Json.object();
        ArrayNode results = json.putArray("results");
        groups(request).values().stream()
                .sorted(Comparator.comparing(PropertyGroup::name))
                .forEach(group -> results.add(json(group)));
        return Answer.ok(json);
    }

    private Map<String, PropertyGroup> groups(Request request) {
        return crm.store(request.objectType()).definitions().groups();
    }

    private static ObjectNode json(PropertyGroup group) {
        return Json.object()
                .put("name", group.name())
                .put("label", group.label())
                .put("displayOrder", group.displayOrder())
                .put("archived", false);
    }

    public Answer get(Request request) {
        return Answer.ok(json(existing(request)));
    }

    private PropertyGroup existing(Request request) {
        PropertyGroup group = groups(request).get(request.parameter("groupName"));
        if (group == null) {
            throw HubSpotError.notFound().exception();
        }
        return group;
    }

    public Answer create(Request request) {
        JsonNode body = request.object();
        String name = PropertyJson.required(body, "name");
        PropertyGroup group = new PropertyGroup(
                name,
                PropertyJson.required(body, "label"),
                body.path("displayOrder").asInt(-1));
        if (groups(request).putIfAbsent(name, group) != null) {
            throw HubSpotError.of(
                            409,
                            HubSpotError.OBJECT_ALREADY_EXISTS,
                            "A property group named '" + name + "' already exists.")
                    .exception();
        }
        return Answer.json(201, json(group)).header("Location", request.baseUrl() + request.path() + "/" + name);
    }

    public Answer update(Request request) {
        JsonNode body = request.object();
        PropertyGroup before = existing(request);
        PropertyGroup changed = new PropertyGroup(
                before.name(),
                body.path("label").asText(before.label()),
                body.path("displayOrder").asInt(before.displayOrder()));
        groups(request).put(changed.name(), changed);
        return Answer.ok(json(changed));
    }

    /** Removes an empty group; the refusal of another one has JSON for its message. */
    public Answer archive(Request request) {
        PropertyGroup group = existing(request);
        List<String> members = crm.store(request.objectType()).definitions().list(false).stream()
                .filter(definition -> definition.groupName().equals(group.name()))
                .map(PropertyDefinition::name)
                .toList();
        if (!members.isEmpty()) {
            ObjectNode message = Json.object()
                    .put("message", "The group " + group.name() + " has active properties")
                    .put("subCategory", "PropertyGroupError.GROUP_WITH_ACTIVE_PROPERTIES");
            message.set("properties", Json.texts(members));
            throw HubSpotError.validation(message.toString())
                    .subCategory("PropertyGroupError.GROUP_WITH_ACTIVE_PROPERTIES")
                    .exception();
        }
        groups(request).remove(group.name());
        return Answer.noContent();
    }
}
