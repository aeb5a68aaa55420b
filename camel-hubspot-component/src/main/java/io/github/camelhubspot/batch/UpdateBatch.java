// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.client.CallFailure;
import io.github.camelhubspot.lookup.FoundRecords;
import io.github.camelhubspot.lookup.LookupResult;
import io.github.camelhubspot.lookup.RecordLookup;
import io.github.camelhubspot.record.RecordInput;
import io.github.camelhubspot.record.RecordReader;

/** Updates many records; those named by a unique property are looked up first, and never created. */
final class UpdateBatch extends RecordBatch {

    private final RecordLookup lookup;
    private final Unchanged unchanged;
    private final LinkedWrites linked;

    UpdateBatch(
            ApiOperation operation,
            BatchOptions options,
            RecordReader reader,
            RecordLookup lookup,
            Unchanged unchanged) {
        super(operation, options, reader);
        this.linked = new LinkedWrites(options);
        this.lookup = lookup;
        this.unchanged = unchanged;
    }

    @Override
    public void read(Entry entry) {
        RecordInput record = readRecord(entry);
        record.requiredId();
        entry.group = record.idProperty() == null ? keyGroup(entry) : record.idProperty();
        skipIfEmpty(entry);
    }

    @Override
    public CompletableFuture<Void> process(List<Entry> entries, ChunkSender sender) {
        entries.forEach(UpdateBatch::skipIfEmpty);
        List<Entry> filled = entries.stream().filter(Entry::open).toList();
        return filled.isEmpty() ? CompletableFuture.completedFuture(null) : findRecords(filled, sender);
    }

    /** What is left of a record after its preparation may be nothing, too. */
    private static void skipIfEmpty(Entry entry) {
        if (entry.record.properties().isEmpty() && entry.record.links().isEmpty()) {
            entry.end(OutcomeStatus.SKIPPED);
        }
    }

    private CompletableFuture<Void> findRecords(List<Entry> entries, ChunkSender sender) {
        String idProperty = entries.get(0).record.idProperty();
        if (idProperty == null) {
            entries.forEach(entry -> entry.recordId = entry.record.id());
            return CompletableFuture.completedFuture(null);
        }
        if (sender.givesBack(entries)) {
            return CompletableFuture.completedFuture(null);
        }
        List<String> values = entries.stream().map(entry -> entry.record.id()).toList();
        return lookup.find(options.objectType(), idProperty, values, Set.of())
                .thenComposeAsync(result -> resolve(entries, result, idProperty, sender), sender.workers());
    }

    @Override
    public CompletableFuture<Void> update(List<Entry> entries, ChunkSender sender) {
        return unchanged
                .toWrite(entries, null, entry -> entry.recordId, sender)
                .thenCompose(rest -> linked.update(new UpdateCodec(options), rest, entries, sender));
    }

    private CompletableFuture<Void> resolve(
            List<Entry> entries, LookupResult<FoundRecords> result, String idProperty, ChunkSender sender) {
        CallFailure failure = result.failure();
        if (failure != null
                && sender.shared()
                && entries.size() > 1
                && (!failure.kind().endsRun() || failure.answerTooLarge())) {
            // The key of one may be at fault.
            int middle = entries.size() / 2;
            return findRecords(entries.subList(0, middle), sender)
                    .thenCompose(done -> findRecords(entries.subList(middle, entries.size()), sender));
        }
        if (failure != null) {
            sender.failAll(new UpdateCodec(options), entries, failure);
            return CompletableFuture.completedFuture(null);
        }
        for (Entry entry : entries) {
            JsonNode record = result.value().byValue().get(entry.record.id());
            if (record == null) {
                entry.fail(
                        OutcomeStatus.NOT_FOUND,
                        HubSpotError.local("No record has this value of '" + idProperty + "'"));
            } else {
                entry.recordId = record.path("id").asText();
            }
        }
        return CompletableFuture.completedFuture(null);
    }
}
