// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Updates of many records by their ids. */
final class UpdateCodec extends RecordCodec {

    UpdateCodec(BatchOptions options) {
        super("batchUpdate", options, null);
    }

    @Override
    void write(Entry entry, ObjectNode input) {
        input.put("id", entry.recordId);
        input.set("properties", entry.record.properties());
    }

    @Override
    public void succeeded(Entry entry, JsonNode result) {
        entry.end(OutcomeStatus.UPDATED, result, options.output());
    }

    /**
     * Sends updates whose record ids are known; two of one record go in two calls, in their order, since HubSpot refuses a
     * batch that names a record twice.
     */
    CompletableFuture<Void> send(List<Entry> entries, ChunkSender sender) {
        List<Entry> now = new ArrayList<>();
        List<Entry> later = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Entry entry : entries) {
            (ids.add(entry.recordId) ? now : later).add(entry);
        }
        CompletableFuture<Void> sent = sender.send(this, now);
        return later.isEmpty() ? sent : sent.thenCompose(done -> send(later, sender));
    }
}
