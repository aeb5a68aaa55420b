// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import io.github.camelhubspot.api.HubSpotError;

/** Finds the bad entries of a chunk that HubSpot refused as a whole: those that the error names first, else by halving. */
final class Isolation {

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
        List<Entry> unclear = new ArrayList<>();
        refuseNamed(codec, entries, error, rest, unclear);
        if (rest.size() < entries.size()) {
            return sendAlone(codec, unclear, sender.send(codec, rest, conflicts));
        }
        if (conflicts != null && error.conflict()) {
            return conflicts.find(entries, error).thenComposeAsync(found -> sendRest(codec, entries), sender.workers());
        }
        return search(codec, entries, conflicts);
    }

    /**
     * Refuses the entries that an error names.
     *
     * @param rest gets those that it does not name
     * @param unclear gets those that it names, and of which it may say too much or too little
     */
    private void refuseNamed(
            ChunkCodec codec, List<Entry> entries, HubSpotError error, List<Entry> rest, List<Entry> unclear) {
        UnknownProperties unknown = new UnknownProperties(error);
        Set<Entry> named =
                entries.stream().filter(entry -> codec.names(error, entry)).collect(Collectors.toSet());
        for (Entry entry : entries) {
            if (!named.contains(entry) && !unknown.anyOf(entry)) {
                rest.add(entry);
            } else if (!run.shared() || named.equals(Set.of(entry))) {
                codec.refused(entry, named.size() > 1 ? Conflicts.withoutRecord(error) : error);
            } else if (named.isEmpty() && unknown.allOf(entry)) {
                codec.refused(entry, unknown.of(entry));
            } else {
                unclear.add(entry);
            }
        }
    }

    /** Sends each in a call of its own, after the others. */
    private CompletableFuture<Void> sendAlone(ChunkCodec codec, List<Entry> entries, CompletableFuture<Void> others) {
        CompletableFuture<Void> sent = others;
        for (Entry entry : entries) {
            sent = sent.thenCompose(done -> sender.send(codec, List.of(entry), null));
        }
        return sent;
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
}
