// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.api;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.simulator.crm.Crm;
import io.github.camelhubspot.simulator.crm.LinkRequest;
import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.error.HubSpotErrorException;
import io.github.camelhubspot.simulator.http.Answer;
import io.github.camelhubspot.simulator.http.ApiVersion;
import io.github.camelhubspot.simulator.http.Request;
import io.github.camelhubspot.simulator.json.Json;
import io.github.camelhubspot.simulator.schema.AssociationType;
import io.github.camelhubspot.simulator.settings.SimulatorSettings;

/** The operations on the limits that an account sets for the number of a record's links. */
public final class AssociationLimitsApi {

    private static final int LARGEST_BATCH = 100;
    private static final String MAXIMUM = "maxToObjectIds";

    private record Input(LinkRequest.Spec type, int maximum) {

        static Input of(JsonNode json) {
            if (!json.path(MAXIMUM).isIntegralNumber()) {
                throw HubSpotError.missingField(MAXIMUM).exception();
            }
            return new Input(spec(json), json.get(MAXIMUM).asInt());
        }

        static LinkRequest.Spec spec(JsonNode json) {
            String category = PropertyJson.required(json, "category");
            if (!json.path("typeId").isIntegralNumber()) {
                throw HubSpotError.missingField("typeId").exception();
            }
            return new LinkRequest.Spec(category, json.get("typeId").asInt());
        }
    }

    private interface Change {
        ObjectNode apply(AssociationType type, int maximum);
    }

    private final Crm crm;
    private final SimulatorSettings settings;
    private final Clock clock;

    public AssociationLimitsApi(Crm crm, SimulatorSettings settings, Clock clock) {
        this.crm = crm;
        this.settings = settings;
        this.clock = clock;
    }

    /** The limits of all pairs of types. */
    public Answer all(Request request) {
        return limits(crm.associationTypes().all());
    }

    public Answer list(Request request) {
        return limits(crm.associationTypes().between(request.objectType(), request.toObjectType()));
    }

    private static Answer limits(List<AssociationType> types) {
        ObjectNode json = Json.object();
        ArrayNode results = json.putArray("results");
        types.stream().filter(AssociationType::isLimited).forEach(type -> results.add(json(type)));
        return Answer.ok(json);
    }

    private static ObjectNode json(AssociationType type) {
        return updated(type).put("label", type.label());
    }

    private static ObjectNode updated(AssociationType type) {
        return Json.object()
                .put("category", type.category())
                .put("typeId", type.typeId())
                .put("userEnforcedMaxToObjectIds", type.maxToObjectIds());
    }

    /** Sets limits where there are none. Two versions have no status of their own for it, nor for partial success. */
    public Answer create(Request request) {
        boolean told = request.version() == ApiVersion.V3 || request.version() == ApiVersion.V2026_03;
        BatchResult result = each(request, (type, maximum) -> {
            if (type.isLimited()) {
                throw HubSpotError.of(
                                409,
                                HubSpotError.OBJECT_ALREADY_EXISTS,
                                "There is a limit for this association type already")
                        .exception();
            }
            type.limitTo(maximum);
            return json(type);
        });
        return told ? result.answer(201, clock.millis()) : result.answerAlways(200, clock.millis());
    }

    /** Changes limits that there are. */
    public Answer update(Request request) {
        BatchResult result = each(request, (type, maximum) -> {
            if (!type.isLimited()) {
                throw HubSpotError.of(
                                404,
                                HubSpotError.OBJECT_NOT_FOUND,
                                "There is no limit for this association type to change")
                        .exception();
            }
            type.limitTo(maximum);
            return updated(type);
        });
        return result.answer(200, clock.millis());
    }

    private BatchResult each(Request request, Change change) {
        List<Input> inputs = BatchInputs.read(request.object(), LARGEST_BATCH, Input::of);
        BatchResult result = newResult();
        return crm.writing(() -> {
            for (Input input : inputs) {
                try {
                    AssociationType type = types(request, List.of(input.type())).get(0);
                    checkRange(type, input.maximum());
                    result.add(change.apply(type, input.maximum()));
                } catch (HubSpotErrorException e) {
                    result.add(e.error().context("associationSpec", input.type().toString()));
                }
            }
            return result;
        });
    }

    private BatchResult newResult() {
        return new BatchResult(clock.millis(), settings.resultsInReverseOrder());
    }

    private List<AssociationType> types(Request request, List<LinkRequest.Spec> specs) {
        return crm.linkChecks().types(request.objectType(), request.toObjectType(), specs);
    }

    /** A label's limit lies within that of the plain type, which counts all links; both lie within HubSpot's own. */
    private void checkRange(AssociationType type, int maximum) {
        List<AssociationType> all = crm.associationTypes().between(type.from(), type.to());
        int lowest = 1;
        int highest = LimitJson.MOST_LINKS;
        if (type.isPlain()) {
            OptionalInt ofLabels = all.stream()
                    .filter(other -> !other.isPlain())
                    .mapToInt(AssociationType::maxToObjectIds)
                    .max();
            lowest = Math.max(lowest, ofLabels.orElse(lowest));
        } else {
            Optional<AssociationType> plain = all.stream()
                    .filter(other -> other.isPlain() && other.isLimited())
                    .findFirst();
            highest = plain.map(AssociationType::maxToObjectIds).orElse(highest);
        }
        if (maximum < lowest || maximum > highest) {
            throw HubSpotError.validation("maxToObjectIds must be from " + lowest + " to " + highest)
                    .exception();
        }
    }

    /** Removes limits; nothing happens where there is none. */
    public Answer purge(Request request) {
        List<LinkRequest.Spec> specs = BatchInputs.read(request.object(), LARGEST_BATCH, Input::spec);
        return crm.writing(() -> {
            types(request, specs).forEach(type -> type.limitTo(AssociationType.UNLIMITED));
            return request.version().isDated() ? newResult().answer(200, clock.millis()) : Answer.noContent();
        });
    }
}
