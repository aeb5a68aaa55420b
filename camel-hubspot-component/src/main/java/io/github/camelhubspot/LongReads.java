// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.api.HttpMethod;
import io.github.camelhubspot.api.Json;
import io.github.camelhubspot.api.OperationCatalogue;
import io.github.camelhubspot.api.OptionNames;
import io.github.camelhubspot.client.ApiAnswer;
import io.github.camelhubspot.client.ApiCall;
import io.github.camelhubspot.client.CallFailure;
import io.github.camelhubspot.client.CallResult;
import io.github.camelhubspot.client.FailureKind;
import io.github.camelhubspot.client.HubSpotClient;
import io.github.camelhubspot.record.RecordInput;

/**
 * Reads with more properties than a URL can name: the records by the batch read, whose body names them, and what only the
 * usual read tells, such as associations and the record that an id of a merged one stands for, without any properties.
 *
 * <p>Reads the options once, since the message goes on while pages are read.
 */
final class LongReads {

    private static final ApiOperation GET = OperationCatalogue.find("objects", "get");

    private final HubSpotClient client;
    private final BatchReads batchReads;
    private final boolean possible;
    private final String objectType;
    private final boolean links;
    private final boolean archived;

    LongReads(HubSpotClient client, CallOptions options) {
        ApiOperation operation = options.operation();
        this.client = client;
        this.possible = operation.method() == HttpMethod.GET
                && operation.query().contains(OptionNames.PROPERTIES)
                && operation.resource().equals(GET.resource());
        this.objectType = options.text(OptionNames.OBJECT_TYPE);
        this.links = options.text(OptionNames.ASSOCIATIONS) != null;
        this.archived = options.text(OptionNames.ARCHIVED) != null;
        this.batchReads = new BatchReads(
                client,
                objectType,
                options.names(OptionNames.PROPERTIES),
                options.names(OptionNames.PROPERTIES_WITH_HISTORY),
                archived);
    }

    /** Whether a call is one that this class is for. */
    boolean needed(ApiCall call) {
        return possible && !call.fitsUrl();
    }

    /**
     * Reads one record.
     *
     * @param call the read that is too long
     */
    CompletableFuture<CallResult> one(ApiCall call, RecordInput record) {
        ApiCall known = withoutProperties(call);
        if (links) {
            return asKnown(known);
        }
        return batchReads
                .one(record.requiredId(), record.idProperty())
                .thenCompose(result -> saysNothing(result) ? asKnown(known) : done(result));
    }

    /**
     * Reads one page.
     *
     * @param call the read that is too long
     */
    CompletableFuture<CallResult> page(ApiCall call) {
        return client.send(withoutProperties(call)).thenCompose(result -> {
            JsonNode entries = result instanceof ApiAnswer answer && answer.body() != null
                    ? answer.body().path("results")
                    : Json.MAPPER.missingNode();
            return entries.isEmpty() ? done(result) : filled((ApiAnswer) result, entries);
        });
    }

    /** The page with the records in place of its entries, in its order; without those that are gone meanwhile. */
    private CompletableFuture<CallResult> filled(ApiAnswer page, JsonNode entries) {
        List<String> ids =
                entries.valueStream().map(entry -> entry.path("id").asText()).toList();
        return batchReads.many(ids).thenCompose(result -> {
            if (result instanceof CallFailure failure && failure.kind() != FailureKind.NOT_FOUND) {
                return done(result);
            }
            JsonNode body = result instanceof ApiAnswer answer ? answer.body() : null;
            Map<String, JsonNode> records = BatchReads.byId(body);
            Set<String> missing = new HashSet<>(ids);
            missing.removeAll(records.keySet());
            missing.removeAll(BatchReads.gone(body));
            return askedFor(List.copyOf(missing), records).thenApply(fault -> {
                if (fault != null) {
                    return fault;
                }
                ObjectNode whole = (ObjectNode) page.body();
                ArrayNode found = whole.putArray("results");
                entries.forEach(
                        entry -> addFound(found, records.get(entry.path("id").asText()), entry));
                return page;
            });
        });
    }

    private static void addFound(ArrayNode found, JsonNode record, JsonNode entry) {
        if (record != null) {
            found.add(withLinks(record, entry));
        }
    }

    /** Asks for each record that an answer passed over in silence; gives the failure that ended the asking, or null. */
    private CompletableFuture<CallResult> askedFor(List<String> ids, Map<String, JsonNode> records) {
        if (ids.isEmpty()) {
            return done(null);
        }
        String id = ids.get(0);
        return asKnown(get(id)).thenCompose(result -> {
            if (result instanceof CallFailure failure && failure.kind() != FailureKind.NOT_FOUND) {
                return done(result);
            }
            if (result instanceof ApiAnswer answer
                    && answer.body() != null
                    && answer.body().path("id").asText().equals(id)) {
                // Another id is that of a record into which it was merged, which the list has by itself.
                records.put(id, answer.body());
            }
            return askedFor(ids.subList(1, ids.size()), records);
        });
    }

    /** Whether a batch read did not find a record, or passes over it; the usual read may know its id, as that of a merged one. */
    private static boolean saysNothing(CallResult result) {
        return result instanceof CallFailure failure
                && (failure.kind() == FailureKind.NOT_FOUND || failure.error().status() / 100 == 2);
    }

    /** The record by the id under which the usual read knows it. */
    private CompletableFuture<CallResult> asKnown(ApiCall known) {
        return client.send(known).thenCompose(result -> {
            if (!(result instanceof ApiAnswer answer) || answer.body() == null) {
                return done(result);
            }
            return batchReads
                    .one(answer.body().path("id").asText(), null)
                    .thenApply(read -> isThere(read)
                            ? ((ApiAnswer) read).withBody(withLinks(((ApiAnswer) read).body(), answer.body()))
                            : read);
        });
    }

    private static JsonNode withLinks(JsonNode record, JsonNode known) {
        if (known.has(OptionNames.ASSOCIATIONS) && record instanceof ObjectNode object) {
            object.set(OptionNames.ASSOCIATIONS, known.get(OptionNames.ASSOCIATIONS));
        }
        return record;
    }

    private ApiCall get(String id) {
        UnaryOperator<String> values = name -> name.equals(OptionNames.OBJECT_ID) ? id : objectType;
        return withoutProperties(client.newCall(GET, values, archived ? "archived=true" : null, null));
    }

    private static ApiCall withoutProperties(ApiCall call) {
        // Without any name HubSpot gives its default properties.
        return call.withoutQueryParameter(OptionNames.PROPERTIES_WITH_HISTORY)
                .withQueryParameter(OptionNames.PROPERTIES, "hs_object_id");
    }

    private static CompletableFuture<CallResult> done(CallResult result) {
        return CompletableFuture.completedFuture(result);
    }

    private static boolean isThere(CallResult result) {
        return result instanceof ApiAnswer answer && answer.body() != null;
    }
}
