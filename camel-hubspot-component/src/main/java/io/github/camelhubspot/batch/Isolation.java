// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.github.camelhubspot.api.HubSpotError;

/** Finds the bad entries of a chunk that HubSpot refused as a whole: those that the error names first, else by halving. */
final class Isolation {

    private static final String DOES_NOT_EXIST = "PROPERTY_DOESNT_EXIST";

    private final ChunkSender sender;
    private final RunState run;
    private final long first;
    /** Whether an input of the chunk succeeded, or exists already, so that no fault is common to all inputs. */
    private boolean mixed;

    /**
     * The isolation of one chunk.
     *
     * @param sender sends parts of the chunk
     * @param first the index of the chunk's first input
     */
    Isolation(ChunkSender sender, RunState run, long first) {
        this.sender = sender;
        this.run = run;
        this.first = first;
    }

    /** Takes into account what an answer gave to entries. */
    void answered(List<Entry> entries) {
        if (entries.stream().anyMatch(entry -> good(entry) || entry.conflict != null)) {
            mixed = true;
            run.turns().leave(first);
        }
    }

    /** Must be called when the chunk is done. */
    void close() {
        run.turns().leave(first);
    }

    /** Gives the bad entries of a chunk that was refused their outcome, and sends the others. */
    CompletableFuture<Void> isolate(
            ChunkCodec codec, List<Entry> entries, HubSpotError error, ChunkSender.ConflictFinder conflicts) {
        if (entries.size() == 1) {
            codec.refused(entries.get(0), error);
            answered(entries);
            return CompletableFuture.completedFuture(null);
        }
        List<Entry> rest = new ArrayList<>();
        for (Entry entry : entries) {
            if (codec.names(error, entry) || hasUnknownProperty(error, entry)) {
                codec.refused(entry, error);
            } else {
                rest.add(entry);
            }
        }
        if (rest.size() < entries.size()) {
            return sender.send(codec, rest, conflicts);
        }
        if (conflicts != null && error.conflict()) {
            return conflicts.find(entries, error).thenComposeAsync(found -> sendRest(codec, entries), sender.workers());
        }
        return search(codec, entries, conflicts);
    }

    /** What is still open after the conflicting ones were found; they are looked for once only. */
    private CompletableFuture<Void> sendRest(ChunkCodec codec, List<Entry> entries) {
        List<Entry> open = entries.stream().filter(Entry::open).toList();
        return open.size() < entries.size() ? sender.send(codec, open, null) : search(codec, entries, null);
    }

    private CompletableFuture<Void> search(
            ChunkCodec codec, List<Entry> entries, ChunkSender.ConflictFinder conflicts) {
        CompletableFuture<Void> turn =
                mixed ? CompletableFuture.completedFuture(null) : run.turns().take(first);
        return turn.thenComposeAsync(begun -> halve(codec, entries, conflicts), sender.workers());
    }

    private CompletableFuture<Void> halve(ChunkCodec codec, List<Entry> entries, ChunkSender.ConflictFinder conflicts) {
        if (entries.size() == 1) {
            return sender.send(codec, entries, null);
        }
        int middle = (entries.size() + 1) / 2;
        List<Entry> left = entries.subList(0, middle);
        List<Entry> right = entries.subList(middle, entries.size());
        return sender.send(codec, left, conflicts).thenCompose(done -> {
            // HubSpot took the whole left half, so what it refused is on the right: halve without asking again.
            return left.stream().allMatch(Isolation::good) && right.size() > 1 && !run.stopped()
                    ? halve(codec, right, conflicts)
                    : sender.send(codec, right, conflicts);
        });
    }

    private static boolean good(Entry entry) {
        return entry.outcome != null && entry.outcome.status().success();
    }

    /** A property that does not exist makes every record that has it a bad one. */
    private static boolean hasUnknownProperty(HubSpotError error, Entry entry) {
        return entry.record != null
                && error.details().stream()
                        .filter(detail -> DOES_NOT_EXIST.equals(detail.code()))
                        .flatMap(detail -> detail.propertyName().stream())
                        .anyMatch(name -> entry.record.properties().has(name));
    }
}
