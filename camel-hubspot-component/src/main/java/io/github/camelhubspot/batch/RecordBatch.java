// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import io.github.camelhubspot.api.ApiOperation;
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

    /** Reads what names a record. */
    RecordInput readId(Entry entry) {
        entry.record = reader.readId(entry.input, options.recordRules());
        entry.key = entry.record.requiredId();
        return entry.record;
    }
}
