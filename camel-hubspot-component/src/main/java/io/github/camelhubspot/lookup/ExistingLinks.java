// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.lookup;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.api.Json;
import io.github.camelhubspot.api.OperationCatalogue;
import io.github.camelhubspot.client.ApiAnswer;
import io.github.camelhubspot.client.CallFailure;
import io.github.camelhubspot.client.ErrorReader;
import io.github.camelhubspot.client.HubSpotClient;

/** Reads the types that links have now, so that new ones can be added instead of replacing them. */
public final class ExistingLinks {

    private static final ApiOperation BATCH_GET = OperationCatalogue.find("associations", "batchGet");

    private final HubSpotClient client;

    public ExistingLinks(HubSpotClient client) {
        this.client = client;
    }

    /**
     * Reads the links of some records, page after page.
     *
     * @return the types of each link in HubSpot's form, by {@link #key}
     */
    public CompletableFuture<LookupResult<Map<String, ArrayNode>>> read(
            String objectType, String toObjectType, Collection<String> fromIds) {
        Map<String, String> afterById = new LinkedHashMap<>();
        fromIds.forEach(id -> afterById.put(id, null));
        return readPages(objectType, toObjectType, afterById, new HashMap<>());
    }

    /** The key of a link in what {@link #read} gives. */
    public static String key(String fromId, String toId) {
        return fromId + "->" + toId;
    }

    /** The types of a link and some more, each once. */
    public static ArrayNode union(ArrayNode present, ArrayNode added) {
        ArrayNode union = present == null ? Json.MAPPER.createArrayNode() : present.deepCopy();
        for (JsonNode type : added) {
            boolean there = false;
            for (JsonNode known : union) {
                there |= known.equals(type);
            }
            if (!there) {
                union.add(type);
            }
        }
        return union;
    }

    private CompletableFuture<LookupResult<Map<String, ArrayNode>>> readPages(
            String objectType, String toObjectType, Map<String, String> afterById, Map<String, ArrayNode> found) {
        Map<String, String> next = new LinkedHashMap<>();
        ArrayNode inputs = Json.MAPPER.createArrayNode();
        afterById.forEach((id, after) -> {
            if (inputs.size() < BATCH_GET.maxInputs()) {
                ObjectNode input = inputs.addObject().put("id", id);
                if (after != null) {
                    input.put("after", after);
                }
            } else {
                next.put(id, after);
            }
        });
        ObjectNode body = Json.MAPPER.createObjectNode();
        body.set("inputs", inputs);
        return client.send(client.newCall(
                        BATCH_GET, name -> name.equals("objectType") ? objectType : toObjectType, null, body))
                .thenCompose(result -> {
                    if (result instanceof CallFailure failure) {
                        return CompletableFuture.completedFuture(LookupResult.failed(failure));
                    }
                    ApiAnswer answer = (ApiAnswer) result;
                    if (answer.body() != null) {
                        Optional<HubSpotError> error = errors(answer).findFirst();
                        if (error.isPresent()) {
                            return CompletableFuture.completedFuture(
                                    LookupResult.failed(CallFailure.refused(error.get())));
                        }
                        collect(answer.body(), found, afterById, next);
                    }
                    return next.isEmpty()
                            ? CompletableFuture.completedFuture(LookupResult.found(found))
                            : readPages(objectType, toObjectType, next, found);
                });
    }

    /** A record without links is an error to HubSpot; what is not known for another reason must not count as none. */
    private static Stream<HubSpotError> errors(ApiAnswer answer) {
        return StreamSupport.stream(answer.body().path("errors").spliterator(), false)
                .map(error -> ErrorReader.read(answer.status(), error, answer.correlationId()))
                .filter(error -> !error.noAssociationsFound());
    }

    private static void collect(
            JsonNode answer, Map<String, ArrayNode> found, Map<String, String> asked, Map<String, String> next) {
        for (JsonNode result : answer.path("results")) {
            String fromId = result.path("from").path("id").asText();
            for (JsonNode target : result.path("to")) {
                ArrayNode types = Json.MAPPER.createArrayNode();
                for (JsonNode type : target.path("associationTypes")) {
                    types.addObject()
                            .put("associationCategory", type.path("category").asText())
                            .put("associationTypeId", type.path("typeId").asInt());
                }
                found.put(key(fromId, target.path("toObjectId").asText()), types);
            }
            String after = result.path("paging").path("next").path("after").asText(null);
            // The same place again would read for ever.
            if (after != null && !after.equals(asked.get(fromId))) {
                next.put(fromId, after);
            }
        }
    }
}
