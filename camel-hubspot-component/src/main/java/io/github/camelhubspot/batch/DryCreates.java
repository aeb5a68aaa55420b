// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.api.Json;
import io.github.camelhubspot.api.ObjectTypes;
import io.github.camelhubspot.client.CallFailure;
import io.github.camelhubspot.lookup.LostCreates;
import io.github.camelhubspot.lookup.PropertySchema;
import io.github.camelhubspot.prepare.Changes;
import io.github.camelhubspot.prepare.Comparison;

/** Tells of a chunk of creates which records exist already, by {@code idProperty} and, of contacts, by e-mail address. */
final class DryCreates {

    private static final String EMAIL = "email";

    private final DryRunBatch batch;
    private final BatchOptions options;
    private final Comparison comparison;
    private final ChunkSender sender;

    DryCreates(DryRunBatch batch, BatchOptions options, Comparison comparison, ChunkSender sender) {
        this.batch = batch;
        this.options = options;
        this.comparison = comparison;
        this.sender = sender;
    }

    CompletableFuture<Void> process(List<Entry> entries) {
        String idProperty = entries.get(0).record.idProperty();
        boolean contacts = ObjectTypes.id("contacts").equals(ObjectTypes.id(options.objectType()));
        return settleExisting(entries, idProperty, entry -> entry.record.uniqueValue())
                .thenCompose(done -> contacts && !EMAIL.equals(idProperty)
                        ? settleExisting(entries, EMAIL, DryCreates::email)
                        : done())
                .thenRun(() -> entries.stream().filter(Entry::open).forEach(this::create));
    }

    private void create(Entry entry) {
        // Nothing is there to compare with.
        Changes changes = new Changes(options.objectType(), PropertySchema.UNKNOWN, false);
        batch.absent(entry, changes.of(entry.record.properties(), null));
    }

    private static String email(Entry entry) {
        String email = entry.record.properties().path(EMAIL).asText("");
        return email.isBlank() ? null : email;
    }

    private CompletableFuture<Void> settleExisting(
            List<Entry> entries, String property, Function<Entry, String> value) {
        List<Entry> named = entries.stream()
                .filter(entry -> entry.open() && value.apply(entry) != null)
                .toList();
        if (property == null || named.isEmpty()) {
            return done();
        }
        return comparison
                .with(
                        property,
                        named.stream().map(value).toList(),
                        named.stream().map(entry -> entry.record).toList())
                .thenAcceptAsync(
                        result -> {
                            CallFailure failure = result.failure();
                            for (Entry entry : named) {
                                if (failure != null) {
                                    sender.failUnsent(entry, failure);
                                } else if (result.value().record(value.apply(entry)) != null) {
                                    exists(
                                            entry,
                                            property,
                                            result.value(),
                                            result.value().record(value.apply(entry)));
                                }
                            }
                        },
                        sender.workers());
    }

    private void exists(Entry entry, String property, Comparison.Held held, JsonNode record) {
        boolean lossy = entry.record.associations() != null;
        if (options.onConflict() == OnConflict.SKIP) {
            batch.end(entry, OutcomeStatus.SKIPPED, record.path("id").asText(), Json.MAPPER.createObjectNode());
        } else if (options.onConflict() == OnConflict.FAIL || lossy) {
            entry.fail(OutcomeStatus.REJECTED, LostCreates.conflict(property, record));
        } else {
            batch.existing(entry, held, record);
        }
    }

    private static CompletableFuture<Void> done() {
        return CompletableFuture.completedFuture(null);
    }
}
