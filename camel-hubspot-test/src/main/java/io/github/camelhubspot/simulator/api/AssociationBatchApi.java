// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.api;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.simulator.crm.Crm;
import io.github.camelhubspot.simulator.crm.LinkRequest;
import io.github.camelhubspot.simulator.crm.SimulatedRecord;
import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.error.HubSpotErrorException;
import io.github.camelhubspot.simulator.http.Answer;
import io.github.camelhubspot.simulator.http.Request;
import io.github.camelhubspot.simulator.json.Json;
import io.github.camelhubspot.simulator.schema.AssociationType;
import io.github.camelhubspot.simulator.schema.ObjectType;
import io.github.camelhubspot.simulator.settings.SimulatorSettings;

/** The operations on many links between two types of records. */
public final class AssociationBatchApi {

    private static final int LARGEST_WRITE = 2000;
    private static final int LARGEST_READ = 1000;
    private static final int LARGEST_ARCHIVE = 100;

    /** One link that a batch names. */
    private record Pair(String fromId, String toId, List<LinkRequest.Spec> types) {

        static Pair of(JsonNode json) {
            return new Pair(end(json, "from"), end(json, "to"), List.of());
        }

        static Pair withTypes(JsonNode json) {
            return new Pair(end(json, "from"), end(json, "to"), ObjectInput.specs(json.get("types")));
        }

        private static String end(JsonNode json, String field) {
            if (!json.path(field).isObject()) {
                throw HubSpotError.missingField(field).exception();
            }
            return ObjectInput.requireId(json.get(field));
        }
    }

    /** One record that a batch takes links away from. */
    private record Unlinking(String fromId, List<String> toIds) {

        static Unlinking of(JsonNode json) {
            if (!json.path("to").isArray()) {
                throw HubSpotError.missingField("to").exception();
            }
            List<String> toIds = new ArrayList<>();
            json.path("to").forEach(to -> toIds.add(ObjectInput.requireId(to)));
            return new Unlinking(Pair.end(json, "from"), toIds);
        }
    }

    private final Crm crm;
    private final SimulatorSettings settings;
    private final Clock clock;

    public AssociationBatchApi(Crm crm, SimulatorSettings settings, Clock clock) {
        this.crm = crm;
        this.settings = settings;
        this.clock = clock;
    }

    public Answer create(Request request) {
        List<Pair> pairs = BatchInputs.read(request.object(), LARGEST_WRITE, Pair::withTypes);
        return eachAlone(pairs, 201, (result, pair) -> {
            SimulatedRecord from = crm.linkChecks().record(request.objectType(), pair.fromId());
            SimulatedRecord to = crm.linkChecks().record(request.toObjectType(), pair.toId());
            List<AssociationType> types = crm.linkChecks().types(from.type(), to.type(), pair.types());
            crm.linkLimits().check(from, to, types);
            crm.links().label(from, to.type(), to.numericId(), types);
            result.add(LinkJson.made(from, to, types, request.version()));
        });
    }

    public Answer createDefault(Request request) {
        List<Pair> pairs = BatchInputs.read(request.object(), LARGEST_WRITE, Pair::of);
        return eachAlone(pairs, 200, (result, pair) -> {
            SimulatedRecord from = crm.linkChecks().record(request.objectType(), pair.fromId());
            SimulatedRecord to = crm.linkChecks().record(request.toObjectType(), pair.toId());
            AssociationsApi.linkPlainly(crm, result, from, to);
        });
    }

    private interface PairWrite {
        void write(BatchResult result, Pair pair);
    }

    private Answer eachAlone(List<Pair> pairs, int status, PairWrite write) {
        return crm.writing(() -> {
            BatchResult result = newResult();
            for (Pair pair : pairs) {
                try {
                    write.write(result, pair);
                } catch (HubSpotErrorException e) {
                    result.add(e.error().context("fromObjectId", pair.fromId()).context("toObjectId", pair.toId()));
                }
            }
            return result.answer(status, clock.millis());
        });
    }

    private BatchResult newResult() {
        return new BatchResult(clock.millis(), settings.resultsInReverseOrder());
    }

    /** Reads the links of many records; a record without any is reported as an error that is none. */
    public Answer read(Request request) {
        BatchResult result = newResult();
        BatchInputs.read(request.object(), LARGEST_READ, input -> {
            readOne(request, result, ObjectInput.requireId(input), Json.text(input.get("after")));
            return input;
        });
        return result.answer(200, clock.millis());
    }

    /** A record id; one that no record has if it is no number. */
    private static long number(String id) {
        return Crm.recordId(id).orElse(-1);
    }

    private void readOne(Request request, BatchResult result, String fromId, String after) {
        ObjectType from = request.objectType();
        ObjectType to = request.toObjectType();
        int limit = settings.associationReadPage();
        Map<Long, List<AssociationType>> links =
                crm.links().page(from, number(fromId), to, AssociationsApi.after(after), limit + 1);
        if (links.isEmpty()) {
            String message = "No " + to.singular() + " is associated with " + from.singular() + " " + fromId + ".";
            result.add(HubSpotError.of(404, HubSpotError.OBJECT_NOT_FOUND, message)
                    .subCategory("crm.associations.NO_ASSOCIATIONS_FOUND")
                    .context("fromObjectId", fromId)
                    .context("fromObjectType", from.singular())
                    .context("toObjectType", to.singular()));
            return;
        }
        ObjectNode json = Json.object();
        json.putObject("from").put("id", fromId);
        LinkJson.page(json, "to", links, limit, request.version());
        result.add(json);
    }

    /** Removes links with all their types. */
    public Answer archive(Request request) {
        List<Unlinking> inputs = BatchInputs.read(request.object(), LARGEST_WRITE, Unlinking::of);
        if (inputs.stream().map(Unlinking::fromId).distinct().count() > LARGEST_ARCHIVE) {
            throw HubSpotError.validation(
                            "The maximum number of from ids supported in a batch request is " + LARGEST_ARCHIVE)
                    .exception();
        }
        return removed(request, () -> {
            for (Unlinking input : inputs) {
                input.toIds().forEach(toId -> crm.links()
                        .unlink(request.objectType(), number(input.fromId()), request.toObjectType(), number(toId)));
            }
        });
    }

    /** Takes the given labels off links; the plain links stay, unless the plain type is among those given. */
    public Answer archiveLabels(Request request) {
        List<Pair> pairs = BatchInputs.read(request.object(), LARGEST_WRITE, Pair::withTypes);
        ObjectType from = request.objectType();
        ObjectType to = request.toObjectType();
        return removed(request, () -> {
            for (Pair pair : pairs) {
                List<AssociationType> types = crm.linkChecks().types(from, to, pair.types());
                crm.links().unlabel(from, number(pair.fromId()), to, number(pair.toId()), types);
            }
        });
    }

    /** Removes, and answers as the version does: with nothing, or with a batch of no results. */
    private Answer removed(Request request, Runnable removal) {
        return crm.writing(() -> {
            BatchResult result = newResult();
            removal.run();
            return request.version().isDated() ? result.answer(200, clock.millis()) : Answer.noContent();
        });
    }
}
