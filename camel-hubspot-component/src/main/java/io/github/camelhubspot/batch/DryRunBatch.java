// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.api.Effect;
import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.api.Json;
import io.github.camelhubspot.client.CallFailure;
import io.github.camelhubspot.prepare.Comparison;

/**
 * Tells what another kind of batch would do, and writes nothing.
 *
 * <p>Each record is compared with what HubSpot holds now: what the inputs before it would change does not count.
 */
final class DryRunBatch implements BatchKind {

    private final BatchKind real;
    private final BatchOptions options;
    private final Comparison comparison;

    DryRunBatch(BatchKind real, BatchOptions options, Comparison comparison) {
        this.real = real;
        this.options = options;
        this.comparison = comparison;
    }

    @Override
    public ApiOperation operation() {
        return real.operation();
    }

    @Override
    public void read(Entry entry) {
        real.read(entry);
        if (entry.outcome != null && entry.outcome.status() == OutcomeStatus.SKIPPED) {
            end(entry, OutcomeStatus.SKIPPED, null, Json.MAPPER.createObjectNode());
        }
    }

    @Override
    public CompletableFuture<Void> prepare(List<Entry> entries, ChunkSender sender) {
        return real.prepare(entries, sender);
    }

    @Override
    public CompletableFuture<Void> process(List<Entry> entries, ChunkSender sender) {
        if (operation().effect() == Effect.CREATE) {
            return new DryCreates(this, options, comparison, sender).process(entries);
        }
        String idProperty = entries.get(0).record.idProperty();
        List<String> keys = entries.stream().map(entry -> entry.key).toList();
        return comparison
                .with(
                        idProperty,
                        keys,
                        entries.stream().map(entry -> entry.record).toList())
                .thenComposeAsync(
                        result -> {
                            CallFailure failure = result.failure();
                            if (failure == null) {
                                entries.forEach(entry -> settle(entry, result.value()));
                            } else if (sender.shared()
                                    && entries.size() > 1
                                    && !failure.kind().endsRun()) {
                                // The key of one may be at fault.
                                int middle = entries.size() / 2;
                                return process(entries.subList(0, middle), sender)
                                        .thenCompose(done -> process(entries.subList(middle, entries.size()), sender));
                            } else {
                                entries.forEach(entry -> sender.failUnsent(entry, failure));
                            }
                            return CompletableFuture.completedFuture(null);
                        },
                        sender.workers());
    }

    private void settle(Entry entry, Comparison.Held held) {
        JsonNode record = held.record(entry.key);
        if (record != null) {
            existing(entry, held, record);
        } else if (operation().effect() == Effect.UPSERT) {
            absent(entry, held.changes(entry.record, null));
        } else {
            String by =
                    entry.record.idProperty() == null ? "this id" : "this value of '" + entry.record.idProperty() + "'";
            entry.fail(OutcomeStatus.NOT_FOUND, HubSpotError.local("No record has " + by));
        }
    }

    /** Ends an entry whose record would be written to, or left as it is. */
    void existing(Entry entry, Comparison.Held held, JsonNode record) {
        ObjectNode changes = held.changes(entry.record, record);
        boolean changed = !changes.isEmpty() || entry.record.associations() != null;
        end(
                entry,
                changed ? OutcomeStatus.UPDATED : OutcomeStatus.SKIPPED,
                record.path("id").asText(),
                changes);
    }

    /** Ends an entry whose record would be created. */
    void absent(Entry entry, ObjectNode changes) {
        String idProperty = entry.record.idProperty();
        if (operation().effect() == Effect.UPSERT && !changes.has(idProperty)) {
            changes.putObject(idProperty).putNull("from").put("to", entry.key);
        }
        end(entry, OutcomeStatus.CREATED, null, changes);
    }

    /** Ends an entry with a report of what would be done. */
    void end(Entry entry, OutcomeStatus status, String id, ObjectNode changes) {
        ObjectNode report = Json.MAPPER.createObjectNode();
        if (id != null) {
            report.put("id", id);
        }
        report.put(
                "action",
                switch (status) {
                    case CREATED -> "create";
                    case UPDATED -> "update";
                    default -> "none";
                });
        report.set("properties", changes);
        entry.end(status, report, options.output());
    }
}
