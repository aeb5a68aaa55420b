// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.lookup.RecordLookup;
import io.github.camelhubspot.record.RecordInput;
import io.github.camelhubspot.record.RecordReader;

/** Creates many records; those that exist already are settled together, as {@code onConflict} says. */
final class CreateBatch extends RecordBatch {

    private final RecordLookup lookup;

    CreateBatch(ApiOperation operation, BatchOptions options, RecordReader reader, RecordLookup lookup) {
        super(operation, options, reader);
        this.lookup = lookup;
    }

    @Override
    public void read(Entry entry) {
        RecordInput record = readRecord(entry);
        entry.group = record.idProperty() == null ? "" : record.idProperty();
        if (record.idProperty() == null) {
            // A record id means nothing for a record that does not exist yet.
            entry.key = null;
        }
    }

    @Override
    public CompletableFuture<Void> process(List<Entry> entries, ChunkSender sender) {
        Codec codec = new Codec(options, entries);
        return sender.send(codec, entries, (refused, error) -> findConflicting(refused, error, codec, sender))
                .thenCompose(done -> settle(conflicting(entries), sender));
    }

    /** One read tells which records of a refused chunk exist; halving would cost many calls for each. */
    private CompletableFuture<Void> findConflicting(
            List<Entry> entries, HubSpotError error, Codec codec, ChunkSender sender) {
        return find(keyed(entries), sender)
                .thenAccept(found -> entries.forEach(entry -> {
                    JsonNode record = entry.key == null ? null : found.get(entry.key);
                    if (record != null) {
                        entry.recordId = record.path("id").asText();
                        codec.refused(entry, error);
                    }
                }));
    }

    private CompletableFuture<Void> settle(List<Entry> conflicting, ChunkSender sender) {
        if (conflicting.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        if (options.onConflict() == OnConflict.SKIP) {
            conflicting.forEach(entry -> entry.end(OutcomeStatus.SKIPPED));
            return CompletableFuture.completedFuture(null);
        }
        List<Entry> unknown = keyed(conflicting).stream()
                .filter(entry -> entry.recordId == null)
                .toList();
        return find(unknown, sender).thenCompose(found -> {
            unknown.forEach(entry -> {
                JsonNode record = found.get(entry.key);
                entry.recordId = record == null ? null : record.path("id").asText();
            });
            conflicting.stream()
                    .filter(entry -> entry.recordId == null && entry.outcome == null)
                    .forEach(entry -> entry.fail(OutcomeStatus.REJECTED, entry.conflict));
            return new UpdateCodec(options)
                    .send(
                            conflicting.stream()
                                    .filter(entry -> entry.outcome == null)
                                    .toList(),
                            sender);
        });
    }

    /** Reads the records of entries by their unique property; gives the entries their outcome where that fails. */
    private CompletableFuture<Map<String, JsonNode>> find(List<Entry> entries, ChunkSender sender) {
        if (entries.isEmpty()) {
            return CompletableFuture.completedFuture(Map.of());
        }
        // Entries of a chunk share their unique property, which is what they are grouped by.
        String idProperty = entries.get(0).record.idProperty();
        List<String> values = entries.stream().map(entry -> entry.key).toList();
        return lookup.find(options.objectType(), idProperty, values)
                .thenApplyAsync(
                        result -> {
                            if (result.value() != null) {
                                return result.value();
                            }
                            if (result.failure().kind().endsRun()) {
                                sender.failAll(new Codec(options, entries), entries, result.failure());
                            }
                            return Map.of();
                        },
                        sender.workers());
    }

    private static List<Entry> conflicting(List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.conflict != null && entry.outcome == null)
                .toList();
    }

    private static List<Entry> keyed(List<Entry> entries) {
        return entries.stream().filter(entry -> entry.key != null).toList();
    }

    private static final class Codec extends RecordCodec {
        private final String idProperty;

        Codec(BatchOptions options, List<Entry> entries) {
            super("batchCreate", options);
            this.idProperty = entries.get(0).record.idProperty();
        }

        @Override
        void write(Entry entry, ObjectNode input) {
            input.set("properties", entry.record.properties());
            if (entry.record.associations() != null) {
                input.set("associations", entry.record.associations());
            }
        }

        @Override
        public Stream<String> namesIn(JsonNode result) {
            return idProperty == null ? Stream.empty() : namesIn(result, idProperty);
        }

        @Override
        public void succeeded(Entry entry, JsonNode result) {
            entry.end(OutcomeStatus.CREATED, result, options.output());
        }

        @Override
        public void refused(Entry entry, HubSpotError error) {
            // An update cannot write associations yet, and must not drop them.
            boolean lossy = options.onConflict() == OnConflict.UPDATE && entry.record.associations() != null;
            if (error.conflict() && options.onConflict() != OnConflict.FAIL && !lossy) {
                entry.conflict = error;
                if (entry.recordId == null) {
                    entry.recordId = Conflicts.existingId(error).orElse(null);
                }
            } else {
                entry.fail(OutcomeStatus.REJECTED, error);
            }
        }
    }
}
