// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.api.NaturalKey;
import io.github.camelhubspot.prepare.Draft;
import io.github.camelhubspot.prepare.Preparation;
import io.github.camelhubspot.record.RecordInput;
import io.github.camelhubspot.record.RecordReader;

/** What the batches that take records or their ids have in common: reading the inputs. */
abstract class RecordBatch implements BatchKind {

    private static final String OBJECT_NOT_FOUND = "OBJECT_NOT_FOUND";

    final BatchOptions options;
    private final RecordReader reader;
    private final ApiOperation operation;

    RecordBatch(ApiOperation operation, BatchOptions options, RecordReader reader) {
        this.operation = operation;
        this.options = options;
        this.reader = reader;
    }

    @Override
    public ApiOperation operation() {
        return operation;
    }

    /** Reads a record that is to be written. */
    RecordInput readRecord(Entry entry) {
        entry.record = reader.read(entry.input, options.recordRules());
        entry.key = entry.record.id();
        if (operation.traceable()) {
            String own = entry.record.objectWriteTraceId();
            entry.traceId = own != null ? own : options.tracePrefix() + entry.index;
        }
        return entry.record;
    }

    @Override
    public CompletableFuture<Void> prepare(List<Entry> entries, ChunkSender sender) {
        if (options.preparation() == Preparation.NONE) {
            return CompletableFuture.completedFuture(null);
        }
        List<Draft> drafts =
                entries.stream().map(entry -> new Draft(entry.record)).toList();
        CompletableFuture<Void> prepared = options.preparation().prepare(drafts);
        // What needs no call is sent at once, so that nothing read after it can keep it from being sent.
        return prepared.isDone()
                ? prepared.thenAccept(done -> take(entries, drafts, sender))
                : prepared.thenAcceptAsync(done -> take(entries, drafts, sender), sender.workers());
    }

    private static void take(List<Entry> entries, List<Draft> drafts, ChunkSender sender) {
        for (int i = 0; i < drafts.size(); i++) {
            take(entries.get(i), drafts.get(i), sender);
        }
    }

    private static void take(Entry entry, Draft draft, ChunkSender sender) {
        entry.record = draft.record();
        entry.warnings.addAll(draft.warnings());
        if (draft.failure() != null
                && OBJECT_NOT_FOUND.equals(draft.failure().error().category())) {
            entry.fail(OutcomeStatus.NOT_FOUND, draft.failure().error());
        } else if (draft.failure() != null) {
            sender.failUnsent(entry, draft.failure());
        } else if (draft.refusal() != null) {
            entry.fail(OutcomeStatus.REJECTED, draft.refusal());
        }
    }

    /** Records that natural keys name are found by type and property, so that those of a chunk have them in common. */
    static String keyGroup(Entry entry) {
        NaturalKey key = entry.record.key();
        return key == null ? "" : "key " + key.property();
    }

    /** Sends entries; those that turned out to name a record which another names too after the others. */
    static CompletableFuture<Void> distinct(List<Entry> entries, Function<List<Entry>, CompletableFuture<Void>> send) {
        Map<String, Entry> firsts = new LinkedHashMap<>();
        List<Entry> others = new ArrayList<>();
        for (Entry entry : entries) {
            if (firsts.putIfAbsent(entry.record.id(), entry) != null) {
                others.add(entry);
            }
        }
        return others.isEmpty()
                ? send.apply(entries)
                : send.apply(List.copyOf(firsts.values())).thenCompose(done -> distinct(others, send));
    }

    /** Reopens what was refused since what was found out for it holds no longer, to be prepared anew. */
    List<Entry> outdated(List<Entry> entries) {
        List<Entry> outdated = entries.stream()
                .filter(entry -> entry.outcome != null && entry.outcome.status() == OutcomeStatus.REJECTED)
                .filter(entry -> options.preparation().outdated(entry.record, entry.outcome.error()))
                .toList();
        outdated.forEach(Entry::reopen);
        return outdated;
    }

    /** Reads what names a record. */
    RecordInput readId(Entry entry) {
        entry.record = reader.readId(entry.input, options.recordRules());
        entry.key = entry.record.requiredId();
        return entry.record;
    }
}
