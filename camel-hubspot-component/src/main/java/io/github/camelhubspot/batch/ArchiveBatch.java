// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.record.RecordReader;

/** Archives many records. */
final class ArchiveBatch extends RecordBatch {

    ArchiveBatch(ApiOperation operation, BatchOptions options, RecordReader reader) {
        super(operation, options, reader);
    }

    @Override
    public void read(Entry entry) {
        readId(entry);
        entry.group = keyGroup(entry);
    }

    @Override
    public CompletableFuture<Void> process(List<Entry> entries, ChunkSender sender) {
        return distinct(entries, some -> sender.send(new Codec(options), some));
    }

    private static final class Codec extends RecordCodec {
        Codec(BatchOptions options) {
            super("batchArchive", options, null);
        }

        @Override
        void write(Entry entry, ObjectNode input) {
            input.put("id", nameOf(entry));
        }

        @Override
        public String nameOf(Entry entry) {
            return entry.record.id();
        }

        @Override
        public void succeeded(Entry entry, JsonNode result) {
            entry.end(OutcomeStatus.ARCHIVED);
        }

        @Override
        public boolean answersWithoutResults() {
            return true;
        }
    }
}
