// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.prepare.Draft;
import io.github.camelhubspot.prepare.Preparation;
import io.github.camelhubspot.record.RecordInput;
import io.github.camelhubspot.record.RecordReader;

/** What the batches that take records or their ids have in common: reading the inputs. */
abstract class RecordBatch implements BatchKind {

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
        return options.preparation()
                .prepare(drafts)
                .thenAcceptAsync(
                        done -> {
                            for (int i = 0; i < drafts.size(); i++) {
                                take(entries.get(i), drafts.get(i), sender);
                            }
                        },
                        sender.workers());
    }

    private static void take(Entry entry, Draft draft, ChunkSender sender) {
        entry.record = draft.record();
        entry.warnings.addAll(draft.warnings());
        if (draft.failure() != null) {
            sender.failUnsent(entry, draft.failure());
        } else if (draft.refusal() != null) {
            entry.fail(OutcomeStatus.REJECTED, draft.refusal());
        }
    }

    /** Reads what names a record. */
    RecordInput readId(Entry entry) {
        entry.record = reader.readId(entry.input, options.recordRules());
        entry.key = entry.record.requiredId();
        return entry.record;
    }
}
