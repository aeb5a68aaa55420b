// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.lookup;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.api.Json;
import io.github.camelhubspot.api.OperationCatalogue;
import io.github.camelhubspot.client.ApiAnswer;
import io.github.camelhubspot.client.CallFailure;
import io.github.camelhubspot.client.FailureKind;
import io.github.camelhubspot.client.HubSpotClient;

/** Finds records by the values of a unique property, many at once. */
public final class RecordLookup {

    private static final ApiOperation BATCH_GET = OperationCatalogue.find("objects", "batchGet");

    private final HubSpotClient client;

    public RecordLookup(HubSpotClient client) {
        this.client = client;
    }

    /**
     * Finds records.
     *
     * @param values the values to find, at most as many as one batch read takes
     * @return the record of each value that has one
     */
    public CompletableFuture<LookupResult<Map<String, JsonNode>>> find(
            String objectType, String idProperty, Collection<String> values) {
        // HubSpot refuses a batch that names a record twice.
        Map<String, String> distinct = new LinkedHashMap<>();
        values.forEach(value -> distinct.putIfAbsent(key(value), value));
        ObjectNode body = Json.MAPPER.createObjectNode();
        ArrayNode inputs = body.putArray("inputs");
        distinct.values().forEach(value -> inputs.addObject().put("id", value));
        body.put("idProperty", idProperty);
        body.putArray("properties").add(idProperty);
        return client.send(client.newCall(BATCH_GET, name -> objectType, null, body))
                .thenApply(result -> result instanceof ApiAnswer answer
                        ? LookupResult.found(byValue(answer.body(), idProperty, values))
                        : nothingOrFailure((CallFailure) result));
    }

    private static LookupResult<Map<String, JsonNode>> nothingOrFailure(CallFailure failure) {
        // Where no record exists HubSpot answers 207 or 404, and has been seen to do either.
        return failure.kind() == FailureKind.NOT_FOUND ? LookupResult.found(Map.of()) : LookupResult.failed(failure);
    }

    private static Map<String, JsonNode> byValue(JsonNode answer, String idProperty, Collection<String> values) {
        Map<String, JsonNode> byKey = new LinkedHashMap<>();
        if (answer != null) {
            for (JsonNode record : answer.path("results")) {
                byKey.put(key(record.path("properties").path(idProperty).asText("")), record);
            }
        }
        Map<String, JsonNode> found = new HashMap<>();
        Set<String> missing = new LinkedHashSet<>();
        for (String value : values) {
            JsonNode record = byKey.get(key(value));
            if (record == null) {
                missing.add(value);
            } else {
                found.put(value, record);
            }
        }
        values.forEach(value -> byKey.remove(key(value)));
        if (missing.size() == 1 && byKey.size() == 1) {
            // HubSpot finds a contact by a secondary address too, and answers with the primary one.
            found.put(missing.iterator().next(), byKey.values().iterator().next());
        }
        return found;
    }

    /** HubSpot takes some unique values without regard to case, and trims them. */
    private static String key(String value) {
        return value.trim().toLowerCase(Locale.ROOT);
    }
}
