// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Updates of many records by their ids. */
final class UpdateCodec extends RecordCodec {

    UpdateCodec(BatchOptions options) {
        super("batchUpdate", options, null);
    }

    @Override
    void write(Entry entry, ObjectNode input) {
        input.put("id", entry.recordId);
        input.set("properties", entry.record.properties());
    }

    @Override
    public void succeeded(Entry entry, JsonNode result) {
        entry.end(OutcomeStatus.UPDATED, result, options.output());
    }
}
