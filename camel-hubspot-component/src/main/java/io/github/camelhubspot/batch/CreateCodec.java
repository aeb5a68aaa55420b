// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.client.Attempts;
import io.github.camelhubspot.lookup.LostCreates;

/** Creates of many records. */
final class CreateCodec extends RecordCodec {

    private final LostCreates lostCreates;

    /**
     * A codec.
     *
     * @param idProperty the unique property of the records; null for none
     * @param lostCreates remembers what was created
     */
    CreateCodec(BatchOptions options, String idProperty, LostCreates lostCreates) {
        super("batchCreate", options, idProperty);
        this.lostCreates = lostCreates;
    }

    @Override
    void write(Entry entry, ObjectNode input) {
        input.set("properties", entry.record.properties());
        if (entry.record.inlineLinks() != null) {
            input.set("associations", entry.record.inlineLinks());
        }
    }

    @Override
    public Stream<String> namesIn(JsonNode result) {
        return idProperty == null ? Stream.empty() : super.namesIn(result);
    }

    @Override
    public void succeeded(Entry entry, JsonNode result) {
        if (idProperty != null) {
            lostCreates.created(result);
        }
        entry.end(OutcomeStatus.CREATED, result, options.output());
    }

    @Override
    public void lost(Entry entry, HubSpotError error, Attempts attempts) {
        entry.lose(error, attempts);
        if (!canBeFound(entry)) {
            entry.ambiguous(error);
        }
    }

    /** A value that is not written would find another record than the one that is created, or none. */
    private static boolean canBeFound(Entry entry) {
        return entry.key != null && entry.key.equals(entry.record.uniqueValue());
    }

    @Override
    public void refused(Entry entry, HubSpotError error) {
        if (!error.conflict()) {
            entry.fail(OutcomeStatus.REJECTED, error);
        } else if (entry.lost != null) {
            // What it conflicts with may be what an earlier attempt created.
            entry.conflict = error;
        } else {
            conflicts(entry, error);
        }
    }

    private void conflicts(Entry entry, HubSpotError error) {
        // An update writes links by calls that need the types of both ends, and must not drop any.
        boolean lossy = options.onConflict() == OnConflict.UPDATE && !entry.record.linkable();
        if (options.onConflict() == OnConflict.FAIL || lossy) {
            entry.fail(OutcomeStatus.REJECTED, error);
            return;
        }
        entry.conflict = error;
        if (entry.recordId == null) {
            entry.recordId = Conflicts.existingId(error).orElse(null);
        }
    }
}
