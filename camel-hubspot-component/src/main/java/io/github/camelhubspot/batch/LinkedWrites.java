// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.api.OperationCatalogue;
import io.github.camelhubspot.prepare.Draft;
import io.github.camelhubspot.record.LinkInput;
import io.github.camelhubspot.record.RecordLink;

/**
 * Writes the links of records that were written, by batches for each pair of types; a record whose links are refused is
 * rejected, and its error says that the record itself was written.
 */
final class LinkedWrites {

    private static final ApiOperation PUT = OperationCatalogue.find("associations", "batchPut");
    private static final ApiOperation PUT_DEFAULT = OperationCatalogue.find("associations", "batchPutDefault");

    private final BatchOptions options;

    LinkedWrites(BatchOptions options) {
        this.options = options;
    }

    /**
     * Updates records, as far as they have properties, and writes the links of all.
     *
     * @param toWrite those whose properties are to be written
     * @param entries these, and those whose properties are as they should be
     */
    CompletableFuture<Void> update(UpdateCodec codec, List<Entry> toWrite, List<Entry> entries, ChunkSender sender) {
        List<Entry> changed = toWrite.stream()
                .filter(entry -> !entry.record.properties().isEmpty())
                .toList();
        return sender.send(codec, changed).thenCompose(done -> {
            toWrite.stream().filter(Entry::open).forEach(entry -> entry.end(OutcomeStatus.UPDATED));
            return write(entries, sender);
        });
    }

    /** Writes the links of those records that were written; their ids are known. */
    CompletableFuture<Void> write(List<Entry> entries, ChunkSender sender) {
        List<Entry> written = entries.stream().filter(LinkedWrites::hasLinks).toList();
        return written.isEmpty() ? CompletableFuture.completedFuture(null) : write(written, sender, true);
    }

    private static boolean hasLinks(Entry entry) {
        return entry.outcome != null
                && entry.outcome.status().success()
                && entry.recordId != null
                && !entry.record.links().isEmpty();
    }

    private CompletableFuture<Void> write(List<Entry> written, ChunkSender sender, boolean again) {
        Map<Entry, Entry> owners = new LinkedHashMap<>();
        for (Entry owner : written) {
            for (RecordLink link : owner.record.links()) {
                owners.put(entry(owners.size(), owner, link), owner);
            }
        }
        CompletableFuture<Void> sent = CompletableFuture.completedFuture(null);
        for (List<Entry> round : rounds(owners.keySet())) {
            LinkCodec codec = new LinkCodec(round.get(0).link.types() == null ? PUT_DEFAULT : PUT, null);
            sent = sent.thenCompose(done -> sender.send(codec, round));
        }
        return sent.thenCompose(done -> settle(owners, sender, again));
    }

    private Entry entry(int index, Entry owner, RecordLink link) {
        Entry entry = new Entry(index, null);
        entry.link = new LinkInput(
                options.objectType(), owner.recordId, link.objectType(), List.of(link.toId()), link.types(), null);
        entry.key = entry.link.key();
        entry.group = link.objectType() + (link.types() == null ? "" : " typed");
        return entry;
    }

    /** What one call takes: links of one pair of types, none of them twice, in either direction. */
    private static List<List<Entry>> rounds(Set<Entry> links) {
        List<List<Entry>> rounds = new ArrayList<>();
        List<Set<Set<String>>> taken = new ArrayList<>();
        for (Entry link : links) {
            Set<String> pair = new HashSet<>(List.of(link.link.objectId(), link.link.toObjectId()));
            int round = 0;
            while (round < rounds.size() && !fits(link, pair, rounds.get(round), taken.get(round))) {
                round++;
            }
            if (round == rounds.size()) {
                rounds.add(new ArrayList<>());
                taken.add(new HashSet<>());
            }
            rounds.get(round).add(link);
            taken.get(round).add(pair);
        }
        return rounds;
    }

    private static boolean fits(Entry link, Set<String> pair, List<Entry> round, Set<Set<String>> taken) {
        return round.get(0).group.equals(link.group) && round.size() < PUT.maxInputs() && !taken.contains(pair);
    }

    private CompletableFuture<Void> settle(Map<Entry, Entry> owners, ChunkSender sender, boolean again) {
        List<Entry> outdated = new ArrayList<>();
        owners.forEach((link, owner) -> {
            if (link.outcome.status() != OutcomeStatus.CREATED && !outdated.contains(owner)) {
                HubSpotError error = link.outcome.error();
                if (again && options.preparation().outdated(owner.record, error)) {
                    outdated.add(owner);
                } else if (owner.outcome.status().success()) {
                    boolean unknown = link.outcome.status() == OutcomeStatus.AMBIGUOUS;
                    owner.failLinks(unknown ? OutcomeStatus.AMBIGUOUS : OutcomeStatus.REJECTED, error);
                }
            }
        });
        return outdated.isEmpty() ? CompletableFuture.completedFuture(null) : writeAnew(outdated, sender);
    }

    /** Once more the links of records of which one led to a record that is gone. */
    private CompletableFuture<Void> writeAnew(List<Entry> outdated, ChunkSender sender) {
        List<Draft> drafts =
                outdated.stream().map(entry -> new Draft(entry.record)).toList();
        return options.preparation()
                .prepare(drafts)
                .thenComposeAsync(
                        done -> {
                            List<Entry> open = new ArrayList<>();
                            for (int i = 0; i < drafts.size(); i++) {
                                Entry entry = outdated.get(i);
                                Draft draft = drafts.get(i);
                                entry.record = draft.record();
                                if (draft.open()) {
                                    entry.warn(draft.warnings());
                                    open.add(entry);
                                } else {
                                    entry.failLinks(
                                            OutcomeStatus.REJECTED,
                                            draft.refusal() != null
                                                    ? draft.refusal()
                                                    : draft.failure().error());
                                }
                            }
                            return write(open, sender, false);
                        },
                        sender.workers());
    }
}
