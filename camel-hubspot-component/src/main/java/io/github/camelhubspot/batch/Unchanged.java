// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.client.CallFailure;
import io.github.camelhubspot.prepare.Comparison;

/** Leaves alone the records of a chunk that a write would not change, as {@code skipUnchanged} asks for. */
final class Unchanged {

    private final Comparison comparison;

    /**
     * Leaves records alone.
     *
     * @param comparison compares them with what HubSpot holds; null where all are written
     */
    Unchanged(Comparison comparison) {
        this.comparison = comparison;
    }

    /**
     * The entries of a chunk that are to be written; the others have their outcome. In doubt an entry is written.
     *
     * @param idProperty the unique property that the keys are values of; null for record ids
     * @param key gives what names an entry's record
     */
    CompletableFuture<List<Entry>> toWrite(
            List<Entry> entries, String idProperty, Function<Entry, String> key, ChunkSender sender) {
        if (comparison == null) {
            return CompletableFuture.completedFuture(entries);
        }
        List<Entry> comparable = entries.stream()
                .filter(entry -> !entry.record.properties().isEmpty())
                .toList();
        if (comparable.isEmpty()) {
            return CompletableFuture.completedFuture(entries);
        }
        return comparison
                .with(
                        idProperty,
                        comparable.stream().map(key).toList(),
                        comparable.stream().map(entry -> entry.record).toList())
                .thenApplyAsync(
                        result -> {
                            CallFailure failure = result.failure();
                            if (failure != null && failure.kind().endsRun()) {
                                comparable.forEach(entry -> sender.failUnsent(entry, failure));
                            } else if (failure == null) {
                                comparable.forEach(entry -> settle(entry, key.apply(entry), result.value()));
                            }
                            return entries.stream()
                                    .filter(entry -> entry.outcome == null)
                                    .toList();
                        },
                        sender.workers());
    }

    private static void settle(Entry entry, String key, Comparison.Held held) {
        JsonNode record = held.record(key);
        if (record != null && held.changes(entry.record, record).isEmpty()) {
            entry.answer = held.answer(record);
            entry.conflict = null;
            entry.recordId = record.path("id").asText();
            // Where its links are written, it is not left alone.
            boolean linked = !entry.record.links().isEmpty();
            entry.end(linked ? OutcomeStatus.UPDATED : OutcomeStatus.SKIPPED);
        }
    }
}
