// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.api;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.simulator.crm.Crm;
import io.github.camelhubspot.simulator.crm.SimulatedRecord;
import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.http.Answer;
import io.github.camelhubspot.simulator.http.Request;
import io.github.camelhubspot.simulator.json.Json;
import io.github.camelhubspot.simulator.schema.AssociationType;
import io.github.camelhubspot.simulator.schema.ObjectType;
import io.github.camelhubspot.simulator.schema.Owner;
import io.github.camelhubspot.simulator.settings.SimulatorSettings;

/** How much of the limits of links and labels is used, and the report of records with many links. */
public final class AssociationUsageApi {

    private static final int SAMPLES = 10;

    /** How many links each record of a type has to records of another. */
    private record Usage(Map<Long, Integer> counts, int limit) {

        Stream<Map.Entry<Long, Integer>> atLimit() {
            return counts.entrySet().stream().filter(entry -> entry.getValue() >= limit);
        }

        /** Those that have 80 % of the links that they may have, and can still get some. */
        Stream<Map.Entry<Long, Integer>> nearLimit() {
            return counts.entrySet().stream()
                    .filter(entry -> entry.getValue() < limit && entry.getValue() * 5L >= limit * 4L);
        }
    }

    private final Crm crm;
    private final SimulatorSettings settings;
    private final Clock clock;

    public AssociationUsageApi(Crm crm, SimulatorSettings settings, Clock clock) {
        this.crm = crm;
        this.settings = settings;
        this.clock = clock;
    }

    /** The pairs of types for which the account has labels of its own, each in both directions. */
    public Answer labels(Request request) {
        ObjectNode json = Json.object();
        ArrayNode results = json.putArray("results");
        for (ObjectType from : types(request, "fromObjectTypeId")) {
            for (ObjectType to : types(request, "toObjectTypeId")) {
                List<String> labels = crm.associationTypes().known(from, to).stream()
                        .filter(type -> !type.isPlain() && type.category().equals(AssociationType.USER_DEFINED))
                        .map(AssociationType::label)
                        .toList();
                if (!labels.isEmpty()) {
                    ObjectNode result =
                            LimitJson.limit(results.addObject(), labels.size(), settings.associationLabelLimit());
                    result.set("fromObjectType", LimitJson.type(from));
                    result.set("toObjectType", LimitJson.type(to));
                    result.set("allLabels", Json.texts(labels));
                }
            }
        }
        return Answer.ok(json);
    }

    private Collection<ObjectType> types(Request request, String parameter) {
        String name = request.query().first(parameter);
        return name == null ? crm.types().all() : List.of(crm.types().resolve(name));
    }

    /** The types of which some record is near or at a limit. */
    public Answer from(Request request) {
        return results(crm.types().all(), from -> crm.types().all().stream().map(to -> usage(from, to)));
    }

    /** The types to which some record of the given type has nearly or quite as many links as it may. */
    public Answer to(Request request) {
        return results(crm.types().all(), to -> Stream.of(usage(request.objectType(), to)));
    }

    private interface Usages {
        Stream<Usage> of(ObjectType type);
    }

    private static Answer results(Collection<ObjectType> types, Usages usages) {
        ObjectNode json = Json.object();
        ArrayNode results = json.putArray("results");
        for (ObjectType type : types) {
            List<Usage> all = usages.of(type).toList();
            boolean at =
                    all.stream().anyMatch(usage -> usage.atLimit().findAny().isPresent());
            boolean near =
                    all.stream().anyMatch(usage -> usage.nearLimit().findAny().isPresent());
            if (at || near) {
                results.add(LimitJson.type(type).put("hasRecordsAtLimit", at).put("hasRecordsNearLimit", near));
            }
        }
        return Answer.ok(json);
    }

    private Usage usage(ObjectType from, ObjectType to) {
        int limit = crm.associationTypes().known(from, to).stream()
                .filter(type -> type.isPlain() && type.isLimited())
                .mapToInt(AssociationType::maxToObjectIds)
                .findFirst()
                .orElse(LimitJson.MOST_LINKS);
        return new Usage(crm.links().counts(from, to), limit);
    }

    /** The records of one type that have nearly or quite as many links to another as they may. */
    public Answer between(Request request) {
        Usage usage = usage(request.objectType(), request.toObjectType());
        ObjectNode json = Json.object()
                .put("limit", usage.limit())
                .put("totalRecordsNearLimit", usage.nearLimit().count())
                .put("totalRecordsAtLimit", usage.atLimit().count());
        ArrayNode near = json.putArray("nearLimitFromRecordSamples");
        usage.nearLimit()
                .limit(SAMPLES)
                .forEach(entry -> near.add(sample(request.objectType(), entry.getKey())
                        .put("percentage", LimitJson.percentage(entry.getValue(), usage.limit()))
                        .put("usage", entry.getValue())));
        ArrayNode at = json.putArray("atLimitFromRecordSamples");
        usage.atLimit().limit(SAMPLES).forEach(entry -> at.add(sample(request.objectType(), entry.getKey())));
        return Answer.ok(json);
    }

    private ObjectNode sample(ObjectType type, long id) {
        String label = crm.record(type.id(), Long.toString(id))
                .flatMap(found -> title(type, found))
                .orElse(Long.toString(id));
        return Json.object().put("objectId", id).put("label", label);
    }

    /** What people call a record by: the first text that searches look at and that it has. */
    private static Optional<String> title(ObjectType type, SimulatedRecord found) {
        return Stream.concat(Stream.of("name", "email"), type.searchable().stream())
                .map(found::property)
                .filter(text -> text != null)
                .findFirst();
    }

    /** Orders the report of records with many links, which HubSpot sends to the user by e-mail. */
    public Answer report(Request request) {
        Owner user = Crm.recordId(request.parameter("userId")).stream()
                .mapToObj(crm.owners()::byUserId)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> HubSpotError.notFound().exception());
        return Answer.ok(Json.object()
                .put("userId", user.userId())
                .put("userEmail", user.email())
                .put("enqueueTime", Json.time(clock.millis())));
    }
}
