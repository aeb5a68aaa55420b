// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.lookup.FoundRecords;
import io.github.camelhubspot.lookup.LookupResult;
import io.github.camelhubspot.lookup.RecordLookup;
import io.github.camelhubspot.record.RecordInput;
import io.github.camelhubspot.record.RecordReader;

/** Updates many records; those named by a unique property are looked up first, and never created. */
final class UpdateBatch extends RecordBatch {

    private final RecordLookup lookup;

    UpdateBatch(ApiOperation operation, BatchOptions options, RecordReader reader, RecordLookup lookup) {
        super(operation, options, reader);
        this.lookup = lookup;
    }

    @Override
    public void read(Entry entry) {
        RecordInput record = readRecord(entry);
        record.requiredId();
        entry.group = record.idProperty() == null ? "" : record.idProperty();
        if (record.properties().isEmpty()) {
            entry.end(OutcomeStatus.SKIPPED);
        }
    }

    @Override
    public CompletableFuture<Void> process(List<Entry> entries, ChunkSender sender) {
        String idProperty = entries.get(0).record.idProperty();
        if (idProperty == null) {
            entries.forEach(entry -> entry.recordId = entry.key);
            return CompletableFuture.completedFuture(null);
        }
        List<String> values = entries.stream().map(entry -> entry.key).toList();
        return lookup.find(options.objectType(), idProperty, values, Set.of())
                .thenAcceptAsync(result -> resolve(entries, result, idProperty, sender), sender.workers());
    }

    @Override
    public CompletableFuture<Void> update(List<Entry> entries, ChunkSender sender) {
        return sender.send(new UpdateCodec(options), entries);
    }

    private void resolve(
            List<Entry> entries, LookupResult<FoundRecords> result, String idProperty, ChunkSender sender) {
        if (result.failure() != null) {
            sender.failAll(new UpdateCodec(options), entries, result.failure());
            return;
        }
        for (Entry entry : entries) {
            JsonNode record = result.value().byValue().get(entry.key);
            if (record == null) {
                entry.fail(
                        OutcomeStatus.NOT_FOUND,
                        HubSpotError.local("No record has this value of '" + idProperty + "'"));
            } else {
                entry.recordId = record.path("id").asText();
            }
        }
    }
}
