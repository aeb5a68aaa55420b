// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.api;

import java.util.Iterator;
import java.util.List;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.simulator.crm.Change;
import io.github.camelhubspot.simulator.crm.Claims;
import io.github.camelhubspot.simulator.crm.Crm;
import io.github.camelhubspot.simulator.crm.NewLink;
import io.github.camelhubspot.simulator.crm.ObjectStore;
import io.github.camelhubspot.simulator.crm.SimulatedRecord;
import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.http.Answer;
import io.github.camelhubspot.simulator.http.Query;
import io.github.camelhubspot.simulator.http.Request;
import io.github.camelhubspot.simulator.json.Json;
import io.github.camelhubspot.simulator.settings.SimulatorSettings;

/** The operations on one record, and the list of records. */
public final class ObjectsApi {

    private static final int DEFAULT_PAGE = 10;
    private static final int LARGEST_PAGE = 100;
    private static final int LARGEST_PAGE_WITH_HISTORY = 50;

    private final Crm crm;
    private final RecordLookup lookup;
    private final RecordJson recordJson;
    private final AssociationJson associationJson;

    public ObjectsApi(Crm crm, SimulatorSettings settings) {
        this.crm = crm;
        this.lookup = new RecordLookup(settings);
        this.recordJson = new RecordJson(settings);
        this.associationJson = new AssociationJson(crm);
    }

    public Answer create(Request request) {
        ObjectInput input = ObjectInput.withProperties(request.object());
        ObjectStore store = crm.store(request.objectType());
        return crm.writing(() -> {
            List<NewLink> links = input.links().stream()
                    .map(link -> crm.linkChecks().fromNewRecord(store.type(), link))
                    .toList();
            Change change = crm.checks()
                    .create(store, input.properties(), links, request.version().writeMode(), new Claims());
            SimulatedRecord created = crm.writer().apply(change);
            ObjectNode json = recordJson.of(created, Projection.everything());
            recordJson.addWriteNotes(json, input.traceId(), change.normalisations());
            return Answer.json(201, json).header("Location", request.baseUrl() + request.path() + "/" + created.id());
        });
    }

    public Answer get(Request request) {
        ObjectStore store = crm.store(request.objectType());
        Query query = request.query();
        Projection projection = Projection.of(store, query.list("properties"), query.list("propertiesWithHistory"));
        String id = request.parameter("objectId");
        SimulatedRecord found =
                query.flag("archived") ? lookup.archived(store, id) : lookup.one(store, id, query.first("idProperty"));
        return Answer.ok(shown(found, projection, query.list("associations")));
    }

    private ObjectNode shown(SimulatedRecord found, Projection projection, List<String> associations) {
        ObjectNode json = recordJson.of(found, projection);
        associationJson.addTo(json, found, associations);
        return json;
    }

    public Answer update(Request request) {
        ObjectInput input = ObjectInput.withProperties(request.object());
        ObjectStore store = crm.store(request.objectType());
        return crm.writing(() -> {
            SimulatedRecord before = lookup.one(
                    store, request.parameter("objectId"), request.query().first("idProperty"));
            Change change = crm.checks()
                    .update(store, before, input.properties(), request.version().writeMode(), new Claims());
            SimulatedRecord updated = crm.writer().apply(change);
            ObjectNode json = recordJson.of(
                    updated, Projection.written(store, input.properties().keySet()));
            recordJson.addWriteNotes(json, input.traceId(), change.normalisations());
            return Answer.ok(json);
        });
    }

    /** Archives a record; an unknown id is answered like a known one. */
    public Answer archive(Request request) {
        ObjectStore store = crm.store(request.objectType());
        crm.archive(store.type().id(), request.parameter("objectId"));
        return Answer.noContent();
    }

    public Answer list(Request request) {
        ObjectStore store = crm.store(request.objectType());
        Query query = request.query();
        List<String> history = query.list("propertiesWithHistory");
        int limit = query.limit(DEFAULT_PAGE, history == null ? LARGEST_PAGE : LARGEST_PAGE_WITH_HISTORY);
        Projection projection = Projection.of(store, query.list("properties"), history);
        List<String> associations = query.list("associations");

        ObjectNode json = Json.object();
        ArrayNode results = json.putArray("results");
        Iterator<SimulatedRecord> records =
                store.from(after(query), query.flag("archived")).iterator();
        while (records.hasNext()) {
            SimulatedRecord next = records.next();
            if (results.size() == limit) {
                // What follows starts with the first record that did not fit.
                json.putObject("paging")
                        .putObject("next")
                        .put("after", next.id())
                        .put("link", request.baseUrl() + request.path() + "?after=" + next.id());
                break;
            }
            results.add(shown(next, projection, associations));
        }
        return Answer.ok(json);
    }

    private static long after(Query query) {
        String after = query.first("after");
        return after == null
                ? 0
                : Crm.recordId(after)
                        .orElseThrow(() -> HubSpotError.validation("The value of after is not one that was given out")
                                .exception());
    }
}
