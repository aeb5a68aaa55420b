// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.api.ObjectTypes;
import io.github.camelhubspot.client.CallFailure;
import io.github.camelhubspot.lookup.PropertySchema;
import io.github.camelhubspot.prepare.Changes;
import io.github.camelhubspot.prepare.Comparison;

/** Tells of a chunk of creates which records exist already, by {@code idProperty} and, of contacts, by e-mail address. */
final class DryCreates {

    private static final String EMAIL = "email";
    private static final String CONTACTS = ObjectTypes.id("contacts");

    private final DryOutcomes outcomes;
    private final Comparison comparison;
    private final ChunkSender sender;
    private final String idProperty;
    private final boolean contacts;

    /** How values are compared; as texts where there was nothing to read. */
    private Changes differences;

    DryCreates(DryOutcomes outcomes, String objectType, String idProperty, Comparison comparison, ChunkSender sender) {
        this.outcomes = outcomes;
        this.comparison = comparison;
        this.sender = sender;
        this.idProperty = idProperty;
        this.contacts = CONTACTS.equals(ObjectTypes.id(objectType));
        this.differences = new Changes(objectType, PropertySchema.UNKNOWN, false);
    }

    CompletableFuture<Void> process(List<Entry> entries) {
        return settleExisting(entries, idProperty)
                .thenCompose(done -> contacts && !EMAIL.equals(idProperty)
                        ? settleExisting(entries, EMAIL)
                        : CompletableFuture.completedFuture(null))
                .thenRun(() -> entries.stream().filter(Entry::open).forEach(this::create));
    }

    private CompletableFuture<Void> settleExisting(List<Entry> entries, String property) {
        List<Entry> named = entries.stream()
                .filter(entry -> entry.open() && names(entry).containsKey(property))
                .toList();
        if (named.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        return comparison
                .with(
                        property,
                        named.stream().map(entry -> names(entry).get(property)).toList(),
                        named.stream().map(entry -> entry.record).toList())
                .thenAcceptAsync(
                        result -> {
                            CallFailure failure = result.failure();
                            if (failure == null) {
                                differences = result.value().differences();
                                named.forEach(entry -> settleExisting(entry, property, result.value()));
                            } else {
                                named.forEach(entry -> sender.failUnsent(entry, failure));
                            }
                        },
                        sender.workers());
    }

    private void settleExisting(Entry entry, String property, Comparison.Held held) {
        String value = names(entry).get(property);
        JsonNode record = held.record(value);
        if (record != null) {
            outcomes.conflicting(entry, differences, record, property, value);
        }
    }

    /** Nothing is there, unless an input before this one would have created it. */
    private void create(Entry entry) {
        names(entry).forEach((property, value) -> {
            JsonNode record = entry.open() ? outcomes.created(property, value) : null;
            if (record != null) {
                outcomes.conflicting(entry, differences, record, property, value);
            }
        });
        if (entry.open()) {
            outcomes.absent(entry, differences, names(entry));
        }
    }

    /** The unique values that a record would be created with, by their properties. */
    private Map<String, String> names(Entry entry) {
        Map<String, String> names = new LinkedHashMap<>();
        if (entry.record.uniqueValue() != null) {
            names.put(idProperty, entry.record.uniqueValue());
        }
        String email = contacts ? entry.record.properties().path(EMAIL).asText("") : "";
        if (!email.isBlank()) {
            names.put(EMAIL, email);
        }
        return names;
    }
}
