// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.api.Effect;
import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.client.CallFailure;
import io.github.camelhubspot.prepare.Comparison;

/**
 * Tells what another kind of batch would do, and writes nothing.
 *
 * <p>Each record is compared with what HubSpot holds now, and with what the inputs before it would have written.
 */
final class DryRunBatch implements BatchKind {

    private final BatchKind real;
    private final BatchOptions options;
    private final Comparison comparison;
    private final DryOutcomes outcomes;

    DryRunBatch(BatchKind real, BatchOptions options, Comparison comparison) {
        this.real = real;
        this.options = options;
        this.comparison = comparison;
        this.outcomes = new DryOutcomes(options);
    }

    @Override
    public ApiOperation operation() {
        return real.operation();
    }

    @Override
    public void read(Entry entry) {
        real.read(entry);
        if (entry.outcome != null && entry.outcome.status() == OutcomeStatus.SKIPPED) {
            outcomes.nothing(entry);
        }
    }

    @Override
    public CompletableFuture<Void> prepare(List<Entry> entries, ChunkSender sender) {
        return real.prepare(entries, sender);
    }

    @Override
    public CompletableFuture<Void> process(List<Entry> entries, ChunkSender sender) {
        String idProperty = entries.get(0).record.idProperty();
        if (operation().effect() == Effect.CREATE) {
            return new DryCreates(outcomes, options.objectType(), idProperty, comparison, sender).process(entries);
        }
        List<String> keys = entries.stream().map(entry -> entry.record.id()).toList();
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
        String property = entry.record.idProperty();
        boolean upsert = operation().effect() == Effect.UPSERT;
        JsonNode record = held.record(entry.record.id());
        if (record == null && upsert) {
            record = outcomes.created(property, entry.key);
        }
        if (record != null) {
            outcomes.existing(entry, held.differences(), record, property, entry.key);
        } else if (upsert) {
            outcomes.absent(entry, held.differences(), Map.of(property, entry.key));
        } else {
            String by = property == null ? "this id" : "this value of '" + property + "'";
            entry.fail(OutcomeStatus.NOT_FOUND, HubSpotError.local("No record has " + by));
        }
    }
}
