// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.api.Json;
import io.github.camelhubspot.api.OperationCatalogue;
import io.github.camelhubspot.api.OptionNames;
import io.github.camelhubspot.batch.Conflicts;
import io.github.camelhubspot.batch.OnConflict;
import io.github.camelhubspot.batch.OutcomeStatus;
import io.github.camelhubspot.batch.Settled;
import io.github.camelhubspot.client.CallFailure;
import io.github.camelhubspot.client.CallResult;
import io.github.camelhubspot.client.FailureKind;
import io.github.camelhubspot.client.HubSpotClient;
import io.github.camelhubspot.lookup.RecordLookup;
import io.github.camelhubspot.record.RecordInput;

/** Settles that a single record to create exists already, as {@code onConflict} says. */
final class ConflictResolver {

    private static final ApiOperation UPDATE = OperationCatalogue.find("objects", "update");

    private final ProducerParts parts;
    private final HubSpotClient client;
    private final RecordLookup lookup;

    ConflictResolver(ProducerParts parts) {
        this.parts = parts;
        this.client = parts.client();
        this.lookup = new RecordLookup(client);
    }

    /** The result itself where it is no conflict; else that of the update, or a skipped record. */
    CompletableFuture<Settled> settle(CallOptions options, RecordInput record, CallResult result) {
        boolean conflict = result instanceof CallFailure failure && failure.kind() == FailureKind.CONFLICT;
        OnConflict onConflict = options.configuration().getOnConflict();
        if (!conflict || !options.operation().uses(OptionNames.ON_CONFLICT) || onConflict == OnConflict.FAIL) {
            return settled(OutcomeStatus.CREATED, result);
        }
        if (onConflict == OnConflict.SKIP) {
            return settled(OutcomeStatus.SKIPPED, result);
        }
        if (record.associations() != null) {
            // An update cannot write associations yet, and must not drop them.
            return settled(OutcomeStatus.REJECTED, result);
        }
        String objectType = options.text(OptionNames.OBJECT_TYPE);
        Optional<String> named = Conflicts.existingId(((CallFailure) result).error());
        if (named.isPresent()) {
            return update(options, objectType, named.get(), record);
        }
        // The conflict is about what the record was to be created with; a header may hold the id of another.
        String value = record.uniqueValue();
        if (value == null) {
            return settled(OutcomeStatus.REJECTED, result);
        }
        return lookup.find(objectType, record.idProperty(), List.of(value), Set.of())
                .thenCompose(found -> {
                    if (found.failure() != null) {
                        return settled(OutcomeStatus.REJECTED, found.failure());
                    }
                    JsonNode existing = found.value().byValue().get(value);
                    return existing == null
                            ? settled(OutcomeStatus.REJECTED, result)
                            : update(options, objectType, existing.path("id").asText(), record);
                });
    }

    private CompletableFuture<Settled> update(CallOptions options, String objectType, String id, RecordInput record) {
        return UnchangedCalls.unlessUnchanged(options, parts, id, record, () -> update(objectType, id, record));
    }

    private CompletableFuture<Settled> update(String objectType, String id, RecordInput record) {
        ObjectNode body = Json.MAPPER.createObjectNode();
        body.set("properties", record.properties());
        return client.send(client.newCall(
                        UPDATE, name -> name.equals(OptionNames.OBJECT_ID) ? id : objectType, null, body))
                .thenApply(result -> new Settled(OutcomeStatus.UPDATED, result));
    }

    private static CompletableFuture<Settled> settled(OutcomeStatus status, CallResult result) {
        return CompletableFuture.completedFuture(new Settled(status, result));
    }
}
