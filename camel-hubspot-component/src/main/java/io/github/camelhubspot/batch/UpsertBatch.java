// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.record.RecordInput;
import io.github.camelhubspot.record.RecordReader;

/** Updates or creates many records by a unique property. */
final class UpsertBatch extends RecordBatch {

    private final Unchanged unchanged;
    private final LinkedWrites linked;

    UpsertBatch(ApiOperation operation, BatchOptions options, RecordReader reader, Unchanged unchanged) {
        super(operation, options, reader);
        this.unchanged = unchanged;
        this.linked = new LinkedWrites(options);
    }

    @Override
    public void read(Entry entry) {
        RecordInput record = readRecord(entry);
        entry.group = record.idProperty();
        record.requiredId();
        if (record.changesItsId()) {
            // A call that has it is not repeated, which those of the others may be; its key keeps its order.
            entry.settleOrder();
            entry.group += " once";
        }
    }

    @Override
    public CompletableFuture<Void> process(List<Entry> entries, ChunkSender sender) {
        return unchanged
                .toWrite(entries, entries.get(0).record.idProperty(), entry -> entry.key, sender)
                .thenCompose(rest -> rest.isEmpty()
                        ? CompletableFuture.completedFuture(null)
                        : sender.send(new Codec(options, rest), rest))
                .thenCompose(done -> linked.write(entries, sender));
    }

    private static final class Codec extends RecordCodec {
        Codec(BatchOptions options, List<Entry> entries) {
            super("batchUpsert", options, entries.get(0).record.idProperty());
        }

        @Override
        void write(Entry entry, ObjectNode input) {
            input.put("id", entry.key);
            input.put("idProperty", entry.record.idProperty());
            input.set("properties", entry.record.properties());
        }

        @Override
        public boolean repeatable(List<Entry> chunk) {
            return chunk.stream().noneMatch(entry -> entry.record.changesItsId());
        }

        @Override
        public void succeeded(Entry entry, JsonNode result) {
            boolean created = result.path("new").asBoolean();
            entry.recordId = result.path("id").asText(null);
            entry.end(created ? OutcomeStatus.CREATED : OutcomeStatus.UPDATED, result, options.output());
        }
    }
}
