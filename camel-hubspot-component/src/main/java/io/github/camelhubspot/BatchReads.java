// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
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
import io.github.camelhubspot.client.CallResult;
import io.github.camelhubspot.client.ErrorReader;
import io.github.camelhubspot.client.FailureKind;
import io.github.camelhubspot.client.HubSpotClient;

/**
 * Single calls of HubSpot's batch read, for a read that is no batch of the route's.
 *
 * @param objectType the type of the records
 * @param properties the properties to read
 * @param histories the properties to read with their history
 * @param archived whether archived records are read
 */
record BatchReads(
        HubSpotClient client, String objectType, List<String> properties, List<String> histories, boolean archived) {

    private static final ApiOperation BATCH_GET = OperationCatalogue.find("objects", "batchGet");

    private static final int NOT_FOUND = 404;
    private static final int BAD_REQUEST = 400;

    /**
     * Reads one record; gives it, or the failure, as a read of its own would.
     *
     * @param idProperty the unique property that the id is the value of; null for a record id
     */
    CompletableFuture<CallResult> one(String id, String idProperty) {
        ObjectNode body = body(List.of(id));
        if (idProperty != null) {
            body.put("idProperty", idProperty);
        }
        return send(body).thenApply(BatchReads::onlyRecord);
    }

    /** Reads the records of a page; gives HubSpot's answer. */
    CompletableFuture<CallResult> many(List<String> ids) {
        return send(body(ids));
    }

    /** The records of an answer; none for null. */
    static Map<String, JsonNode> byId(JsonNode answer) {
        Map<String, JsonNode> records = new HashMap<>();
        if (answer != null) {
            answer.path("results")
                    .forEach(record -> records.put(record.path("id").asText(), record));
        }
        return records;
    }

    /** The ids that an answer says are not there; none for null. */
    static Set<String> gone(JsonNode answer) {
        Set<String> ids = new HashSet<>();
        if (answer != null) {
            answer.path("errors")
                    .valueStream()
                    .filter(BatchReads::isMissing)
                    .flatMap(error -> error.path("context").path("ids").valueStream())
                    .forEach(id -> ids.add(id.asText()));
        }
        return ids;
    }

    private CompletableFuture<CallResult> send(ObjectNode body) {
        return client.send(client.newCall(BATCH_GET, name -> objectType, archived ? "archived=true" : null, body));
    }

    private ObjectNode body(List<String> ids) {
        ObjectNode body = Json.MAPPER.createObjectNode();
        ArrayNode inputs = body.putArray("inputs");
        ids.forEach(id -> inputs.addObject().put("id", id));
        properties.forEach(body.putArray("properties")::add);
        histories.forEach(body.putArray("propertiesWithHistory")::add);
        return body;
    }

    private static CallResult onlyRecord(CallResult result) {
        if (!(result instanceof ApiAnswer answer) || answer.body() == null) {
            return result;
        }
        JsonNode record = answer.body().path("results").path(0);
        if (record.isObject()) {
            return answer.withBody(record);
        }
        JsonNode error = answer.body().path("errors").path(0);
        if (!error.isObject()) {
            return CallFailure.withoutResult(answer, FailureKind.UNAVAILABLE);
        }
        int status = isMissing(error) ? NOT_FOUND : BAD_REQUEST;
        return CallFailure.refused(ErrorReader.read(status, error, answer.correlationId()));
    }

    private static boolean isMissing(JsonNode error) {
        return "OBJECT_NOT_FOUND".equals(error.path("category").asText());
    }
}
