// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.api.Effect;
import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.api.Json;
import io.github.camelhubspot.api.OptionNames;

/** The requests and answers of batches of definitions, which the key fields of the row tell apart. */
final class DefinitionCodec implements ChunkCodec {

    private final ApiOperation operation;
    private final BatchOptions options;

    DefinitionCodec(ApiOperation operation, BatchOptions options) {
        this.operation = operation;
        this.options = options;
    }

    /** What names a definition; null where a field of its key is missing, or the row has no key. */
    static String key(ApiOperation operation, JsonNode definition) {
        List<String> values = new ArrayList<>();
        for (String field : operation.keyFields()) {
            JsonNode value = definition.path(field);
            if (!value.isValueNode() || value.isNull()) {
                return null;
            }
            values.add(value.asText());
        }
        return values.isEmpty() ? null : String.join(" ", values);
    }

    @Override
    public ApiOperation operation() {
        return operation;
    }

    @Override
    public String pathValue(List<Entry> chunk, String name) {
        return name.equals(OptionNames.TO_OBJECT_TYPE) ? options.linkRules().toObjectType() : options.objectType();
    }

    @Override
    public ObjectNode body(List<Entry> chunk) {
        ObjectNode body = Json.MAPPER.createObjectNode();
        ArrayNode inputs = body.putArray("inputs");
        chunk.forEach(entry -> inputs.add(entry.definition));
        if (operation.uses(OptionNames.ARCHIVED)) {
            body.put("archived", options.archived());
        }
        return body;
    }

    @Override
    public Stream<String> namesIn(JsonNode result) {
        return Stream.ofNullable(key(operation, result));
    }

    @Override
    public String nameOf(Entry entry) {
        return entry.key;
    }

    @Override
    public void succeeded(Entry entry, JsonNode result) {
        OutcomeStatus status =
                switch (operation.effect()) {
                    case READ -> OutcomeStatus.FOUND;
                    case CREATE -> OutcomeStatus.CREATED;
                    case UPDATE, UPSERT -> OutcomeStatus.UPDATED;
                    case REMOVE -> OutcomeStatus.ARCHIVED;
                };
        if (result == null) {
            entry.end(status);
        } else {
            entry.end(status, result, options.output());
        }
    }

    @Override
    public void refused(Entry entry, HubSpotError error) {
        boolean missing = "OBJECT_NOT_FOUND".equals(error.category());
        entry.fail(missing ? OutcomeStatus.NOT_FOUND : OutcomeStatus.REJECTED, error);
    }

    @Override
    public boolean names(HubSpotError error, Entry entry) {
        return RecordCodec.contexts(error).anyMatch(context -> names(context, entry));
    }

    private boolean names(Map<String, List<String>> context, Entry entry) {
        return !operation.keyFields().isEmpty()
                && operation.keyFields().stream()
                        .allMatch(field -> RecordCodec.contains(
                                context, field, entry.definition.path(field).asText(null)));
    }

    /** What is removed, and what goes out as an event, is answered without a word. */
    @Override
    public boolean answersWithoutResults() {
        return operation.effect() == Effect.REMOVE || operation.keyFields().isEmpty();
    }
}
