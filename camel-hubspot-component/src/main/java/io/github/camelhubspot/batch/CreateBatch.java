// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.lookup.LostCreates;
import io.github.camelhubspot.lookup.RecordLookup;
import io.github.camelhubspot.record.RecordInput;
import io.github.camelhubspot.record.RecordReader;

/** Creates many records. */
final class CreateBatch extends RecordBatch {

    private final RecordLookup lookup;
    private final LostCreates lostCreates;
    private final Unchanged unchanged;

    CreateBatch(
            ApiOperation operation,
            BatchOptions options,
            RecordReader reader,
            RecordLookup lookup,
            LostCreates lostCreates,
            Unchanged unchanged) {
        super(operation, options, reader);
        this.lookup = lookup;
        this.lostCreates = lostCreates;
        this.unchanged = unchanged;
    }

    @Override
    public void read(Entry entry) {
        RecordInput record = readRecord(entry);
        entry.group = record.idProperty() == null ? "" : record.idProperty();
        if (record.idProperty() == null) {
            // A record id means nothing for a record that does not exist yet.
            entry.key = null;
        }
    }

    @Override
    public CompletableFuture<Void> process(List<Entry> entries, ChunkSender sender) {
        return new CreateChunk(entries, options, lookup, lostCreates, sender)
                .process()
                .thenCompose(done -> again(entries, sender));
    }

    /** Once more what was refused since a record was gone that a natural key named before. */
    private CompletableFuture<Void> again(List<Entry> entries, ChunkSender sender) {
        List<Entry> outdated = outdated(entries);
        if (outdated.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        return prepare(outdated, sender).thenCompose(done -> {
            List<Entry> open = outdated.stream().filter(Entry::open).toList();
            return open.isEmpty()
                    ? CompletableFuture.completedFuture(null)
                    : new CreateChunk(open, options, lookup, lostCreates, sender).process();
        });
    }

    @Override
    public CompletableFuture<Void> update(List<Entry> entries, ChunkSender sender) {
        return unchanged
                .toWrite(entries, null, entry -> entry.recordId, sender)
                .thenCompose(rest -> new LinkedWrites(options).update(new UpdateCodec(options), rest, entries, sender));
    }
}
