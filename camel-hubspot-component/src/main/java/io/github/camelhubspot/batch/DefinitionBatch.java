// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.api.Effect;
import io.github.camelhubspot.api.InputShape;
import io.github.camelhubspot.api.Json;
import io.github.camelhubspot.record.BodyReader;

/** Carries an operation out on many definitions, or names of definitions, which are sent as given. */
final class DefinitionBatch implements BatchKind {

    private final ApiOperation operation;
    private final BatchOptions options;
    private final BodyReader bodies;

    DefinitionBatch(ApiOperation operation, BatchOptions options, BodyReader bodies) {
        this.operation = operation;
        this.options = options;
        this.bodies = bodies;
    }

    @Override
    public ApiOperation operation() {
        return operation;
    }

    @Override
    public void read(Entry entry) {
        entry.definition = operation.input() == InputShape.NAMES ? named(entry.input) : definition(entry.input);
        entry.key = DefinitionCodec.key(operation, entry.definition);
        if (entry.key == null && operation.input() == InputShape.NAMES) {
            throw new IllegalArgumentException("The input has no "
                    + operation.keyFields().get(0) + "; give the text itself, or an object that holds it");
        }
    }

    private JsonNode definition(Object input) {
        JsonNode json = bodies.toJson(input);
        if (!json.isObject()) {
            throw new IllegalArgumentException(
                    "The input is no definition of HubSpot's: a map, a JSON object or a POJO");
        }
        return json;
    }

    /** Of a definition that was read, or is to be removed, its name is all that counts. */
    private JsonNode named(Object input) {
        String field = operation.keyFields().get(0);
        String text = bodies.text(input);
        ObjectNode name = Json.MAPPER.createObjectNode();
        String value = text != null ? text : definition(input).path(field).asText(null);
        return value == null || value.isBlank() ? name : name.put(field, value);
    }

    @Override
    public CompletableFuture<Void> process(List<Entry> entries, ChunkSender sender) {
        return sender.send(new DefinitionCodec(operation, options), entries);
    }

    @Override
    public boolean notFoundIsFailure() {
        return operation.effect() != Effect.READ;
    }
}
