// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.lookup;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.api.Json;
import io.github.camelhubspot.api.OperationCatalogue;
import io.github.camelhubspot.client.ApiAnswer;
import io.github.camelhubspot.client.CallFailure;
import io.github.camelhubspot.client.CallResult;
import io.github.camelhubspot.client.FailureKind;
import io.github.camelhubspot.client.HubSpotClient;

/** Reads what records hold now, many at once. */
public final class CurrentRecords {

    private static final ApiOperation BATCH_GET = OperationCatalogue.find("objects", "batchGet");

    private final HubSpotClient client;
    private final RecordLookup lookup;

    public CurrentRecords(HubSpotClient client) {
        this.client = client;
        this.lookup = new RecordLookup(client);
    }

    /**
     * Reads records.
     *
     * @param idProperty the unique property that the keys are values of; null for record ids
     * @param keys at most as many as one batch read takes
     * @param properties the properties to read
     * @return the records that there are, by their keys
     */
    public CompletableFuture<LookupResult<FoundRecords>> read(
            String objectType, String idProperty, Collection<String> keys, Collection<String> properties) {
        if (idProperty != null) {
            return lookup.find(objectType, idProperty, keys, properties);
        }
        ObjectNode body = Json.MAPPER.createObjectNode();
        ArrayNode inputs = body.putArray("inputs");
        new LinkedHashSet<>(keys).forEach(id -> inputs.addObject().put("id", id));
        ArrayNode names = body.putArray("properties");
        properties.forEach(names::add);
        return client.send(client.newCall(BATCH_GET, name -> objectType, null, body))
                .thenApply(CurrentRecords::found);
    }

    private static LookupResult<FoundRecords> found(CallResult result) {
        if (result instanceof CallFailure failure) {
            // Where no record exists HubSpot answers 207 or 404, and has been seen to do either.
            return failure.kind() == FailureKind.NOT_FOUND
                    ? LookupResult.found(FoundRecords.NONE)
                    : LookupResult.failed(failure);
        }
        ApiAnswer answer = (ApiAnswer) result;
        Map<String, JsonNode> byId = new HashMap<>();
        if (answer.body() != null) {
            answer.body()
                    .path("results")
                    .forEach(record -> byId.put(record.path("id").asText(), record));
        }
        return LookupResult.found(new FoundRecords(byId, answer));
    }
}
