// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.api;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.simulator.crm.Crm;
import io.github.camelhubspot.simulator.crm.LinkRequest;
import io.github.camelhubspot.simulator.crm.SimulatedRecord;
import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.http.Answer;
import io.github.camelhubspot.simulator.http.Request;
import io.github.camelhubspot.simulator.json.Json;
import io.github.camelhubspot.simulator.schema.AssociationType;
import io.github.camelhubspot.simulator.schema.ObjectType;

/** The operations on the links of one record. */
public final class AssociationsApi {

    private static final int PAGE = 500;

    private final Crm crm;
    private final Clock clock;

    public AssociationsApi(Crm crm, Clock clock) {
        this.crm = crm;
        this.clock = clock;
    }

    /** Links two records with the given types, whatever labels the link had. */
    public Answer put(Request request) {
        JsonNode body = request.json();
        if (!body.isArray()) {
            throw HubSpotError.invalidJson(1, 1, "An array of association types was expected")
                    .exception();
        }
        List<LinkRequest.Spec> specs = ObjectInput.specs(body);
        if (specs.isEmpty()) {
            throw HubSpotError.validation("At least one association type is needed")
                    .exception();
        }
        return crm.writing(() -> {
            SimulatedRecord from = from(request);
            SimulatedRecord to = to(request);
            List<AssociationType> types = crm.linkChecks().types(from.type(), to.type(), specs);
            crm.linkLimits().check(from, to, types);
            crm.links().label(from, to.type(), to.numericId(), types);
            return Answer.json(201, made(request, from, to, types));
        });
    }

    private static ObjectNode made(
            Request request, SimulatedRecord from, SimulatedRecord to, List<AssociationType> types) {
        if (request.version().isDated()) {
            return LinkJson.made(from, to, types, request.version());
        }
        ObjectNode json = Json.object().put("createdResourceId", from.id() + "-" + to.id());
        json.set("entity", LinkJson.entity(from, to, types));
        return json.put("location", request.baseUrl() + request.path());
    }

    /** Links two records without a label; labels that the link has stay. */
    public Answer putDefault(Request request) {
        return crm.writing(() -> {
            SimulatedRecord from = from(request);
            SimulatedRecord to = to(request);
            BatchResult result = new BatchResult(clock.millis(), false);
            linkPlainly(crm, result, from, to);
            return result.answer(200, clock.millis());
        });
    }

    /** Makes a plain link and reports both of its directions. */
    static void linkPlainly(Crm crm, BatchResult result, SimulatedRecord from, SimulatedRecord to) {
        AssociationType plain = crm.associationTypes().plain(from.type(), to.type());
        crm.linkLimits().check(from, to, List.of());
        crm.links().link(from, to);
        result.add(LinkJson.plain(from, to, plain));
        result.add(LinkJson.plain(to, from, plain.inverse()));
    }

    private SimulatedRecord from(Request request) {
        return crm.linkChecks().record(request.objectType(), request.parameter("objectId"));
    }

    private SimulatedRecord to(Request request) {
        return crm.linkChecks().record(request.toObjectType(), request.parameter("toObjectId"));
    }

    /** Removes the link of two records; nothing happens if there is none. */
    public Answer archive(Request request) {
        crm.writing(() -> {
            crm.links()
                    .unlink(
                            request.objectType(),
                            id(request, "objectId"),
                            request.toObjectType(),
                            id(request, "toObjectId"));
            return null;
        });
        return Answer.noContent();
    }

    private static long id(Request request, String parameter) {
        return Crm.recordId(request.parameter(parameter)).orElse(-1);
    }

    public Answer list(Request request) {
        ObjectType type = request.objectType();
        SimulatedRecord from = Crm.recordId(request.parameter("objectId")).stream()
                .mapToObj(id -> crm.store(type).current(id))
                .findFirst()
                .flatMap(found -> found)
                .orElseThrow(() -> HubSpotError.notFound().exception());
        int limit = request.query().limit(PAGE, PAGE);
        Map<Long, List<AssociationType>> links = crm.links()
                .page(
                        type,
                        from.numericId(),
                        request.toObjectType(),
                        after(request.query().first("after")),
                        limit + 1);
        ObjectNode json = Json.object();
        LinkJson.page(json, "results", links, limit, request.version());
        return Answer.ok(json);
    }

    /** The first id of a page that an earlier answer has pointed to. */
    static long after(String text) {
        return text == null
                ? 0
                : Crm.recordId(text)
                        .orElseThrow(() -> HubSpotError.validation("The value of after is not one that was given out")
                                .exception());
    }
}
