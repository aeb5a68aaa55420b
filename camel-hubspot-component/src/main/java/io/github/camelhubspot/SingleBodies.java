// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.io.IOException;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.api.Json;
import io.github.camelhubspot.api.NaturalKey;
import io.github.camelhubspot.record.BodyReader;
import io.github.camelhubspot.record.RecordReader;
import io.github.camelhubspot.record.RecordRules;
import io.github.camelhubspot.record.RecordSource;

/** Reads the bodies of single operations that are about no record and no link. */
final class SingleBodies {

    private SingleBodies() {}

    static JsonNode definition(CallOptions options, BodyReader bodies) {
        JsonNode json = bodies.toJson(options.message().getBody());
        if (!json.isObject()) {
            throw new IllegalArgumentException("The body of hubspot:"
                    + options.operation().label() + " must be HubSpot's definition: a map, a JSON object or a POJO");
        }
        return json;
    }

    static String name(CallOptions options, BodyReader bodies) {
        String name = bodies.text(options.message().getBody());
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException(
                    "The body of hubspot:" + options.operation().label() + " must be a text: the name");
        }
        return name.strip();
    }

    static JsonNode idList(CallOptions options, BodyReader bodies) {
        RecordReader reader = new RecordReader(bodies);
        ArrayNode ids = Json.MAPPER.createArrayNode();
        try (RecordSource source = RecordSource.open(options.message().getBody(), bodies, true)) {
            while (hasNext(source)) {
                ids.add(recordId(
                        reader.readId(source.next(), RecordRules.OF_IDS).requiredId()));
                requireAtMost(options.operation(), ids.size());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ids;
    }

    private static String recordId(String id) {
        NaturalKey key = NaturalKey.of(id);
        if (key != null) {
            throw new IllegalArgumentException(
                    "The list of ids names a record by its property '" + key.property()
                            + "', which this operation does not take; read the record first (operation=batchGet) and give its id");
        }
        return id;
    }

    private static boolean hasNext(RecordSource source) {
        try {
            return source.hasNext();
        } catch (IllegalStateException e) {
            throw new IllegalArgumentException("The list of ids cannot be read to its end: " + e.getMessage(), e);
        }
    }

    private static void requireAtMost(ApiOperation operation, int count) {
        if (count > operation.maxInputs()) {
            throw new IllegalArgumentException("The body has more than " + operation.maxInputs()
                    + " ids, the most that hubspot:" + operation.label() + " takes; split it first");
        }
    }

    static JsonNode anything(CallOptions options, BodyReader bodies) {
        Object body = options.message().getBody();
        return body == null
                        || (body instanceof CharSequence text && text.toString().isBlank())
                ? null
                : bodies.toJson(body);
    }
}
