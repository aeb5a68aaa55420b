// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.api.Json;
import io.github.camelhubspot.api.OperationCatalogue;
import io.github.camelhubspot.api.OptionNames;
import io.github.camelhubspot.batch.Conflicts;
import io.github.camelhubspot.batch.OnConflict;
import io.github.camelhubspot.client.ApiAnswer;
import io.github.camelhubspot.client.CallFailure;
import io.github.camelhubspot.client.CallResult;
import io.github.camelhubspot.client.FailureKind;
import io.github.camelhubspot.client.HubSpotClient;
import io.github.camelhubspot.lookup.RecordLookup;
import io.github.camelhubspot.record.RecordInput;

/** Settles that a single record to create exists already, as {@code onConflict} says. */
final class ConflictResolver {

    /** Says that the record that exists was left as it is. */
    static final CallResult SKIPPED = new ApiAnswer(0, null, null);

    private static final ApiOperation UPDATE = OperationCatalogue.find("objects", "update");

    private final HubSpotClient client;
    private final RecordLookup lookup;

    ConflictResolver(HubSpotClient client) {
        this.client = client;
        this.lookup = new RecordLookup(client);
    }

    /** The result itself where it is no conflict; else the result of the update, or {@link #SKIPPED}. */
    CompletableFuture<CallResult> settle(CallOptions options, RecordInput record, CallResult result) {
        boolean conflict = result instanceof CallFailure failure && failure.kind() == FailureKind.CONFLICT;
        OnConflict onConflict = options.configuration().getOnConflict();
        if (!conflict || !options.operation().uses(OptionNames.ON_CONFLICT) || onConflict == OnConflict.FAIL) {
            return CompletableFuture.completedFuture(result);
        }
        if (onConflict == OnConflict.SKIP) {
            return CompletableFuture.completedFuture(SKIPPED);
        }
        String objectType = options.text(OptionNames.OBJECT_TYPE);
        Optional<String> named = Conflicts.existingId(((CallFailure) result).error());
        if (named.isPresent()) {
            return update(objectType, named.get(), record);
        }
        if (record.id() == null || record.idProperty() == null) {
            return CompletableFuture.completedFuture(result);
        }
        return lookup.find(objectType, record.idProperty(), List.of(record.id()))
                .thenCompose(found -> {
                    if (found.failure() != null) {
                        return CompletableFuture.completedFuture(found.failure());
                    }
                    JsonNode existing = found.value().get(record.id());
                    return existing == null
                            ? CompletableFuture.completedFuture(result)
                            : update(objectType, existing.path("id").asText(), record);
                });
    }

    private CompletableFuture<CallResult> update(String objectType, String id, RecordInput record) {
        ObjectNode body = Json.MAPPER.createObjectNode();
        body.set("properties", record.properties());
        return client.send(
                client.newCall(UPDATE, name -> name.equals(OptionNames.OBJECT_ID) ? id : objectType, null, body));
    }
}
