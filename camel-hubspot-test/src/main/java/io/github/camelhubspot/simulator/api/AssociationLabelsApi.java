// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.api;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.simulator.crm.Crm;
import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.http.Answer;
import io.github.camelhubspot.simulator.http.ApiVersion;
import io.github.camelhubspot.simulator.http.Request;
import io.github.camelhubspot.simulator.json.Json;
import io.github.camelhubspot.simulator.schema.AssociationType;
import io.github.camelhubspot.simulator.schema.ObjectType;
import io.github.camelhubspot.simulator.settings.SimulatorSettings;

/** The operations on the labels that links between two types may have. */
public final class AssociationLabelsApi {

    private static final int TOO_MANY_LABELS = 437;

    private final Crm crm;
    private final SimulatorSettings settings;

    public AssociationLabelsApi(Crm crm, SimulatorSettings settings) {
        this.crm = crm;
        this.settings = settings;
    }

    public Answer list(Request request) {
        return results(request, between(request));
    }

    private List<AssociationType> between(Request request) {
        return crm.associationTypes().between(request.objectType(), request.toObjectType());
    }

    private static Answer results(Request request, List<AssociationType> types) {
        ObjectNode json = Json.object();
        ArrayNode results = json.putArray("results");
        for (AssociationType type : types) {
            ObjectNode result = LinkJson.type(type);
            if (request.version().isAtLeast(ApiVersion.V2026_09)) {
                // Declared in this version, but without a value.
                result.putNull("fromObjectTypeId").putNull("toObjectTypeId");
            }
            results.add(result);
        }
        return Answer.ok(json);
    }

    public Answer create(Request request) {
        JsonNode body = request.object();
        String name = PropertyJson.required(body, "name");
        String label = PropertyJson.required(body, "label");
        String inverseLabel = Json.text(body.get("inverseLabel"));
        ObjectType from = request.objectType();
        ObjectType to = request.toObjectType();
        return crm.writing(() -> {
            List<AssociationType> labels =
                    between(request).stream().filter(type -> !type.isPlain()).toList();
            if (labels.stream().anyMatch(type -> type.label().equals(label))) {
                throw HubSpotError.validation("There is a label " + label + " already")
                        .subCategory("AssociationValidationError.DUPLICATE_ASSOCIATION_LABEL")
                        .exception();
            }
            if (labels.stream().filter(AssociationLabelsApi::isOwn).count() >= settings.associationLabelLimit()) {
                throw HubSpotError.of(
                                TOO_MANY_LABELS,
                                HubSpotError.VALIDATION_ERROR,
                                "There may be at most " + settings.associationLabelLimit() + " labels for this pair")
                        .exception();
            }
            return results(request, crm.associationTypes().defineLabel(from, to, name, label, inverseLabel));
        });
    }

    private static boolean isOwn(AssociationType type) {
        return type.category().equals(AssociationType.USER_DEFINED);
    }

    public Answer update(Request request) {
        JsonNode body = request.object();
        int typeId = typeId(PropertyJson.required(body, "associationTypeId"));
        String label = PropertyJson.required(body, "label");
        return crm.writing(() -> {
            AssociationType type = own(request, typeId)
                    .orElseThrow(() -> HubSpotError.notFound().exception());
            crm.associationTypes().relabel(type, label, Json.text(body.get("inverseLabel")));
            return Answer.noContent();
        });
    }

    /** Removes a label in both directions; links that have it keep their other types. */
    public Answer delete(Request request) {
        int typeId = typeId(request.parameter("associationTypeId"));
        return crm.writing(() -> {
            Optional<AssociationType> type = own(request, typeId);
            type.ifPresent(label -> {
                crm.associationTypes().remove(label);
                crm.links().forget(label);
            });
            return Answer.noContent();
        });
    }

    /** The account's own label with that id; HubSpot's types and plain types are refused. */
    private Optional<AssociationType> own(Request request, int typeId) {
        List<AssociationType> found = between(request).stream()
                .filter(type -> type.typeId() == typeId)
                .toList();
        Optional<AssociationType> own =
                found.stream().filter(type -> isOwn(type) && !type.isPlain()).findFirst();
        if (own.isEmpty() && !found.isEmpty()) {
            throw HubSpotError.validation("Association type " + typeId + " cannot be changed")
                    .exception();
        }
        return own;
    }

    private static int typeId(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw HubSpotError.validation("An association type id is a number, not " + text)
                    .exception();
        }
    }
}
