// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.api.Json;
import io.github.camelhubspot.api.OptionNames;
import io.github.camelhubspot.record.RecordReader;

/** Reads all links of many records, page after page; a record without links is found, with none. */
final class LinkReadBatch extends RecordBatch {

    LinkReadBatch(ApiOperation operation, BatchOptions options, RecordReader reader) {
        super(operation, options, reader);
    }

    @Override
    public void read(Entry entry) {
        readId(entry);
        entry.group = keyGroup(entry);
        entry.pages = Json.MAPPER.createArrayNode();
    }

    @Override
    public CompletableFuture<Void> process(List<Entry> entries, ChunkSender sender) {
        return distinct(entries, some -> read(some, sender));
    }

    private CompletableFuture<Void> read(List<Entry> entries, ChunkSender sender) {
        return sender.send(new Codec(operation(), options), entries).thenCompose(done -> {
            List<Entry> unfinished = entries.stream().filter(Entry::open).toList();
            return unfinished.isEmpty() ? CompletableFuture.completedFuture(null) : read(unfinished, sender);
        });
    }

    @Override
    public boolean notFoundIsFailure() {
        return false;
    }

    private record Codec(ApiOperation operation, BatchOptions options) implements ChunkCodec {

        @Override
        public String pathValue(List<Entry> chunk, String name) {
            return name.equals(OptionNames.OBJECT_TYPE)
                    ? options.linkRules().objectType()
                    : options.linkRules().toObjectType();
        }

        @Override
        public ObjectNode body(List<Entry> chunk) {
            ObjectNode body = Json.MAPPER.createObjectNode();
            ArrayNode inputs = body.putArray("inputs");
            for (Entry entry : chunk) {
                ObjectNode input = inputs.addObject().put("id", entry.record.id());
                if (entry.after != null) {
                    input.put("after", entry.after);
                }
            }
            return body;
        }

        @Override
        public Stream<String> namesIn(JsonNode result) {
            return Stream.of(result.path("from").path("id").asText());
        }

        @Override
        public String nameOf(Entry entry) {
            return entry.record.id();
        }

        @Override
        public void succeeded(Entry entry, JsonNode result) {
            operation().alike(result).path("to").forEach(entry.pages::add);
            String after = result.path("paging").path("next").path("after").asText(null);
            // The same place again would read for ever.
            if (after != null && !after.equals(entry.after)) {
                entry.after = after;
            } else {
                found(entry);
            }
        }

        @Override
        public void refused(Entry entry, HubSpotError error) {
            if (error.noAssociationsFound()) {
                found(entry);
            } else {
                boolean missing = "OBJECT_NOT_FOUND".equals(error.category());
                entry.fail(missing ? OutcomeStatus.NOT_FOUND : OutcomeStatus.REJECTED, error);
            }
        }

        private void found(Entry entry) {
            ObjectNode record = Json.MAPPER.createObjectNode();
            record.putObject("from").put("id", entry.record.id());
            record.set("to", entry.pages);
            entry.end(OutcomeStatus.FOUND, record, options.output());
        }

        @Override
        public boolean names(HubSpotError error, Entry entry) {
            return RecordCodec.contexts(error)
                    .anyMatch(context -> RecordCodec.contains(context, "fromObjectId", entry.record.id())
                            || RecordCodec.contains(context, "ids", entry.record.id())
                            || RecordCodec.contains(context, "id", entry.record.id()));
        }
    }
}
