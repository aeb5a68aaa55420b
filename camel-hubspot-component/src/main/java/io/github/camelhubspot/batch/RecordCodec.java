// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.api.Json;
import io.github.camelhubspot.api.OperationCatalogue;

/** What the batches of {@code objects} have in common: inputs, trace ids, and how answers name records. */
abstract class RecordCodec implements ChunkCodec {

    private final ApiOperation operation;
    final BatchOptions options;
    /** The unique property by which results name their records; null where their ids do. */
    final String idProperty;

    RecordCodec(String operation, BatchOptions options, String idProperty) {
        this.operation = OperationCatalogue.find("objects", operation);
        this.options = options;
        this.idProperty = idProperty;
    }

    /** Writes one input of the request. */
    abstract void write(Entry entry, ObjectNode input);

    @Override
    public ApiOperation operation() {
        return operation;
    }

    @Override
    public String pathValue(List<Entry> chunk, String name) {
        return options.objectType();
    }

    @Override
    public ObjectNode body(List<Entry> chunk) {
        ObjectNode body = Json.MAPPER.createObjectNode();
        ArrayNode inputs = body.putArray("inputs");
        for (Entry entry : chunk) {
            ObjectNode input = inputs.addObject();
            write(entry, input);
            if (entry.traceId != null) {
                input.put("objectWriteTraceId", entry.traceId);
            }
        }
        return body;
    }

    @Override
    public Stream<String> namesIn(JsonNode result) {
        if (idProperty == null) {
            return Stream.of(result.path("id").asText());
        }
        // Not the id as well, which the value of another record's property might equal by chance.
        JsonNode value = result.path("properties").path(idProperty);
        return value.isTextual() ? Stream.of(value.asText()) : Stream.empty();
    }

    @Override
    public String nameOf(Entry entry) {
        return entry.recordId != null ? entry.recordId : entry.key;
    }

    @Override
    public void refused(Entry entry, HubSpotError error) {
        boolean missing = "OBJECT_NOT_FOUND".equals(error.category());
        entry.fail(missing ? OutcomeStatus.NOT_FOUND : OutcomeStatus.REJECTED, error);
    }

    @Override
    public boolean names(HubSpotError error, Entry entry) {
        return contexts(error)
                .anyMatch(context -> contains(context, "objectWriteTraceId", entry.traceId)
                        || contains(context, "ids", nameOf(entry))
                        || contains(context, "id", nameOf(entry)));
    }

    static Stream<Map<String, List<String>>> contexts(HubSpotError error) {
        return Stream.concat(
                Stream.of(error.context()), error.details().stream().map(HubSpotError.Detail::context));
    }

    static boolean contains(Map<String, List<String>> context, String key, String value) {
        return value != null && context.getOrDefault(key, List.of()).contains(value);
    }
}
