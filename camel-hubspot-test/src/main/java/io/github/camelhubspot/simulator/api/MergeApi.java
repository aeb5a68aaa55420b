// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.api;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.simulator.crm.Crm;
import io.github.camelhubspot.simulator.crm.ObjectStore;
import io.github.camelhubspot.simulator.crm.SimulatedRecord;
import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.http.Answer;
import io.github.camelhubspot.simulator.http.ApiVersion;
import io.github.camelhubspot.simulator.http.Request;
import io.github.camelhubspot.simulator.json.Json;
import io.github.camelhubspot.simulator.schema.ObjectType;
import io.github.camelhubspot.simulator.settings.SimulatorSettings;

/** The operations that end the life of a record for good: merging it into another, and forgetting a person. */
public final class MergeApi {

    private final Crm crm;
    private final RecordLookup lookup;
    private final RecordJson recordJson;

    public MergeApi(Crm crm, SimulatorSettings settings) {
        this.crm = crm;
        this.lookup = new RecordLookup(settings);
        this.recordJson = new RecordJson(settings);
    }

    public Answer merge(Request request) {
        ObjectType type = request.objectType();
        boolean supported = type.has(ObjectType.Trait.MERGE)
                || type.has(ObjectType.Trait.MERGE_DATED) && request.version().isAtLeast(ApiVersion.V2026_03);
        if (!supported) {
            throw HubSpotError.validation("Records of type " + type.id() + " cannot be merged")
                    .exception();
        }
        JsonNode body = request.object();
        String primaryId = PropertyJson.required(body, "primaryObjectId");
        String otherId = PropertyJson.required(body, "objectIdToMerge");
        ObjectStore store = crm.store(type);
        return crm.writing(() -> {
            SimulatedRecord primary = lookup.one(store, primaryId, null);
            SimulatedRecord other = lookup.one(store, otherId, null);
            if (primary.numericId() == other.numericId()) {
                throw HubSpotError.validation("A record cannot be merged with itself")
                        .exception();
            }
            SimulatedRecord merged = crm.merger().merge(store, primary, other);
            return Answer.ok(recordJson.of(merged, Projection.everything()));
        });
    }

    /** Deletes a person for good. An unknown e-mail address is accepted too: HubSpot would block it from then on. */
    public Answer gdprDelete(Request request) {
        ObjectType type = request.objectType();
        if (!type.has(ObjectType.Trait.GDPR_DELETE)) {
            throw HubSpotError.validation("Records of type " + type.id() + " cannot be deleted for good")
                    .exception();
        }
        JsonNode body = request.object();
        String objectId = PropertyJson.required(body, "objectId");
        String idProperty = Json.text(body.get("idProperty"));
        ObjectStore store = crm.store(type);
        return crm.writing(() -> {
            if (idProperty != null) {
                lookup.requireUnique(store, idProperty);
                Optional<SimulatedRecord> found = store.byUnique(idProperty, objectId);
                found.ifPresent(one -> crm.writer().purge(store, one.numericId()));
                return Answer.noContent();
            }
            long id = Crm.recordId(objectId).orElse(-1);
            long current = store.current(id).map(SimulatedRecord::numericId).orElse(id);
            if (!crm.writer().purge(store, current)) {
                throw HubSpotError.notFound().exception();
            }
            return Answer.noContent();
        });
    }
}
