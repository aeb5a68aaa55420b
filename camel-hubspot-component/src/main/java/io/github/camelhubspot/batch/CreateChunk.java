// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.lookup.FoundRecords;
import io.github.camelhubspot.lookup.LookupResult;
import io.github.camelhubspot.lookup.LostCreates;
import io.github.camelhubspot.lookup.RecordLookup;

/**
 * One chunk of creates: records whose answers were lost are looked up, and sent again where they are not there; those that
 * exist already are settled as {@code onConflict} says, or found, to be updated.
 */
final class CreateChunk {

    private final List<Entry> entries;
    private final BatchOptions options;
    private final RecordLookup lookup;
    private final LostCreates lostCreates;
    private final ChunkSender sender;
    /** Entries of a chunk share their unique property, which is what they are grouped by. */
    private final String idProperty;

    private final CreateCodec codec;

    CreateChunk(
            List<Entry> entries,
            BatchOptions options,
            RecordLookup lookup,
            LostCreates lostCreates,
            ChunkSender sender) {
        this.entries = entries;
        this.options = options;
        this.lookup = lookup;
        this.lostCreates = lostCreates;
        this.sender = sender;
        this.idProperty = entries.get(0).record.idProperty();
        this.codec = new CreateCodec(options, idProperty, lostCreates);
    }

    CompletableFuture<Void> process() {
        return sender.send(codec, entries, this::findConflicting)
                .thenCompose(done -> settleLost())
                .thenCompose(done -> settleOwnConflicts())
                .thenCompose(done -> settleConflicts());
    }

    /** One read tells which records of a refused chunk exist; halving would cost many calls for each. */
    private CompletableFuture<Void> findConflicting(List<Entry> refused, HubSpotError error) {
        List<Entry> keyed = refused.stream().filter(entry -> entry.key != null).toList();
        // Inputs that have nothing to do with one another must not fail for a lookup that they do not need.
        return find(keyed, !sender.shared()).thenAccept(result -> {
            if (result.value() != null) {
                keyed.forEach(entry -> settleExisting(entry, result.value(), error));
            }
        });
    }

    /** Looks up what the lost creates made, and sends again what they did not make. */
    private CompletableFuture<Void> settleLost() {
        List<Entry> lost = entries.stream().filter(Entry::open).toList();
        return find(lost).thenCompose(result -> {
            if (result.failure() != null) {
                stillOpen(lost).forEach(entry -> entry.ambiguous(entry.lost.error()));
                return done();
            }
            lost.forEach(entry -> settleExisting(entry, result.value(), null));
            List<Entry> absent = stillOpen(lost);
            return absent.isEmpty()
                    ? done()
                    : sender.sendAgain(codec, absent, this::findConflicting).thenCompose(done -> settleLost());
        });
    }

    /** Tells whether a conflict after a lost create is one with the record that this create made. */
    private CompletableFuture<Void> settleOwnConflicts() {
        List<Entry> lost = conflicting(entry -> entry.lost != null);
        return find(lost).thenAccept(result -> {
            for (Entry entry : lost) {
                HubSpotError conflict = entry.conflict;
                if (result.failure() != null) {
                    entry.ambiguous(entry.lost.error());
                } else if (!settleExisting(entry, result.value(), conflict)) {
                    // The conflict is about another property, so that no attempt created the record.
                    entry.lost = null;
                    codec.refused(entry, conflict);
                }
            }
        });
    }

    private CompletableFuture<Void> settleConflicts() {
        if (options.onConflict() == OnConflict.SKIP) {
            conflicting(entry -> true).forEach(entry -> entry.end(OutcomeStatus.SKIPPED));
            return done();
        }
        List<Entry> unknown = conflicting(entry -> entry.recordId == null && entry.key != null);
        return find(unknown).thenAccept(result -> {
            if (result.value() != null) {
                unknown.forEach(entry -> entry.recordId = id(result.value(), entry));
            }
            conflicting(entry -> entry.recordId == null)
                    .forEach(entry -> entry.fail(OutcomeStatus.REJECTED, entry.conflict));
        });
    }

    /**
     * Settles an entry whose record is there: created by a lost create, or a conflict.
     *
     * @param conflict what HubSpot said against the entry; null where it said nothing
     * @return whether the record is there
     */
    private boolean settleExisting(Entry entry, FoundRecords found, HubSpotError conflict) {
        JsonNode record = found.byValue().get(entry.key);
        if (record == null) {
            return false;
        }
        LostCreates.Origin origin = entry.lost == null
                ? LostCreates.Origin.OLDER
                : lostCreates.origin(record, entry.lost.attempts(), found.answer());
        switch (origin) {
            case OURS -> {
                entry.answer = found.answer();
                codec.succeeded(entry, record);
            }
            case UNKNOWN -> entry.ambiguous(entry.lost.error());
            case OLDER -> {
                entry.lost = null;
                entry.recordId = id(found, entry);
                codec.refused(
                        entry,
                        conflict == null
                                ? LostCreates.conflict(idProperty, record)
                                : Conflicts.with(record, idProperty, conflict));
            }
        }
        return true;
    }

    private static String id(FoundRecords found, Entry entry) {
        JsonNode record = found.byValue().get(entry.key);
        return record == null ? null : record.path("id").asText();
    }

    /** Reads the records of entries by their unique property; where that ends the run, they have their outcome. */
    private CompletableFuture<LookupResult<FoundRecords>> find(List<Entry> wanted) {
        return find(wanted, true);
    }

    /**
     * The same.
     *
     * @param needed whether the entries cannot go on without it, so that it may end the run
     */
    private CompletableFuture<LookupResult<FoundRecords>> find(List<Entry> wanted, boolean needed) {
        if (wanted.isEmpty()) {
            return CompletableFuture.completedFuture(new LookupResult<>(FoundRecords.NONE, null));
        }
        List<String> values = wanted.stream().map(entry -> entry.key).toList();
        // Only a record that may turn out to be created by us is reported.
        Set<String> properties = new LinkedHashSet<>();
        wanted.stream()
                .filter(entry -> entry.lost != null)
                .map(entry -> entry.record.propertyNames())
                .forEach(properties::addAll);
        return lookup.find(options.objectType(), idProperty, values, properties)
                .thenApplyAsync(
                        result -> {
                            if (needed
                                    && result.failure() != null
                                    && result.failure().kind().endsRun()) {
                                sender.failAll(codec, wanted, result.failure());
                            }
                            return result;
                        },
                        sender.workers());
    }

    private static List<Entry> stillOpen(Collection<Entry> some) {
        return some.stream().filter(Entry::open).toList();
    }

    private List<Entry> conflicting(Predicate<Entry> which) {
        return entries.stream()
                .filter(entry -> entry.conflict != null && entry.outcome == null)
                .filter(which)
                .toList();
    }

    private static CompletableFuture<Void> done() {
        return CompletableFuture.completedFuture(null);
    }
}
