// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.lookup.RecordLookup;
import io.github.camelhubspot.record.RecordInput;
import io.github.camelhubspot.record.RecordReader;

/** Reads many records. */
final class ReadBatch extends RecordBatch {

    ReadBatch(ApiOperation operation, BatchOptions options, RecordReader reader) {
        super(operation, options, reader);
    }

    @Override
    public int chunkSize() {
        return options.propertiesWithHistory().isEmpty()
                ? operation().maxInputs()
                : operation().maxInputsWithHistory();
    }

    @Override
    public void read(Entry entry) {
        RecordInput record = readId(entry);
        // HubSpot takes one idProperty for the whole call.
        entry.group = record.idProperty() == null ? keyGroup(entry) : record.idProperty();
    }

    @Override
    public CompletableFuture<Void> process(List<Entry> entries, ChunkSender sender) {
        Codec codec = new Codec(options, entries.get(0).record.idProperty());
        return distinct(entries, some -> sender.send(codec, some));
    }

    @Override
    public boolean notFoundIsFailure() {
        return false;
    }

    private static final class Codec extends RecordCodec {
        Codec(BatchOptions options, String idProperty) {
            super("batchGet", options, idProperty);
        }

        @Override
        public String query() {
            return options.archived() ? "archived=true" : null;
        }

        @Override
        void write(Entry entry, ObjectNode input) {
            input.put("id", nameOf(entry));
        }

        @Override
        public String nameOf(Entry entry) {
            return entry.record.id();
        }

        @Override
        public ObjectNode body(List<Entry> chunk) {
            ObjectNode body = super.body(chunk);
            ArrayNode properties = body.putArray("properties");
            options.properties().forEach(properties::add);
            ArrayNode histories = body.putArray("propertiesWithHistory");
            options.propertiesWithHistory().forEach(histories::add);
            if (idProperty != null) {
                body.put("idProperty", idProperty);
                if (!options.properties().contains(idProperty)) {
                    // Without it no result could be told from another.
                    properties.add(idProperty);
                }
                unaskedAlternatives().ifPresent(properties::add);
            }
            return body;
        }

        private Optional<String> unaskedAlternatives() {
            return RecordLookup.alternatives(idProperty)
                    .filter(name -> !options.properties().contains(name));
        }

        @Override
        public Stream<String> namesIn(JsonNode result) {
            return Stream.concat(super.namesIn(result), RecordLookup.otherValues(idProperty, result));
        }

        @Override
        public void succeeded(Entry entry, JsonNode result) {
            if (result.path("properties") instanceof ObjectNode properties) {
                unaskedAlternatives().ifPresent(properties::remove);
            }
            entry.end(OutcomeStatus.FOUND, result, options.output());
        }
    }
}
