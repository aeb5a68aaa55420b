// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.api.Effect;
import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.api.InputShape;
import io.github.camelhubspot.api.Json;
import io.github.camelhubspot.api.OptionNames;

/** Writes and removes many links. */
final class LinkCodec implements ChunkCodec {

    private final ApiOperation operation;
    private final Function<JsonNode, Object> output;
    private final boolean removes;

    /**
     * A codec.
     *
     * @param output shapes what HubSpot says of each link; null where nobody sees it
     */
    LinkCodec(ApiOperation operation, Function<JsonNode, Object> output) {
        this.operation = operation;
        this.output = output;
        this.removes = operation.effect() == Effect.REMOVE;
    }

    @Override
    public ApiOperation operation() {
        return operation;
    }

    @Override
    public String pathValue(List<Entry> chunk, String name) {
        return pathValue(chunk.get(0), name);
    }

    static String pathValue(Entry entry, String name) {
        return name.equals(OptionNames.OBJECT_TYPE) ? entry.link.objectType() : entry.link.toObjectType();
    }

    @Override
    public ObjectNode body(List<Entry> chunk) {
        ObjectNode body = Json.MAPPER.createObjectNode();
        ArrayNode inputs = body.putArray("inputs");
        if (removes && operation.input() == InputShape.LINKS) {
            targetsByRecord(chunk, inputs);
            return body;
        }
        for (Entry entry : chunk) {
            ObjectNode input = inputs.addObject();
            input.putObject("from").put("id", entry.link.objectId());
            input.putObject("to").put("id", entry.link.toObjectId());
            if (entry.link.types() != null) {
                input.set("types", entry.link.types());
            }
        }
        return body;
    }

    private static void targetsByRecord(List<Entry> chunk, ArrayNode inputs) {
        Map<String, ArrayNode> targets = new LinkedHashMap<>();
        for (Entry entry : chunk) {
            ArrayNode to = targets.computeIfAbsent(entry.link.objectId(), id -> {
                ObjectNode input = inputs.addObject();
                input.putObject("from").put("id", id);
                return input.putArray("to");
            });
            entry.link.toObjectIds().forEach(id -> to.addObject().put("id", id));
        }
    }

    /** Results name both ends flat or nested, and a default link once for each direction. */
    @Override
    public Stream<String> namesIn(JsonNode result) {
        String from = result.has("from")
                ? result.path("from").path("id").asText()
                : result.path("fromObjectId").asText();
        String to = result.has("to")
                ? result.path("to").path("id").asText()
                : result.path("toObjectId").asText();
        return Stream.of(from + "->" + to, to + "->" + from);
    }

    @Override
    public String nameOf(Entry entry) {
        return entry.link.key();
    }

    @Override
    public void succeeded(Entry entry, JsonNode result) {
        entry.end(removes ? OutcomeStatus.ARCHIVED : OutcomeStatus.CREATED, result, output);
    }

    @Override
    public void refused(Entry entry, HubSpotError error) {
        entry.fail(OutcomeStatus.REJECTED, error);
    }

    @Override
    public boolean names(HubSpotError error, Entry entry) {
        return RecordCodec.contexts(error).anyMatch(context -> {
            boolean from = RecordCodec.contains(context, "fromObjectId", entry.link.objectId());
            boolean to = RecordCodec.contains(context, "toObjectId", entry.link.toObjectId());
            boolean bothNamed = context.containsKey("fromObjectId") && context.containsKey("toObjectId");
            if (bothNamed) {
                return from && to;
            }
            return from
                    || to
                    || context.getOrDefault("INVALID_OBJECT_IDS", List.of()).stream()
                            .anyMatch(text -> isInvalid(text, entry));
        });
    }

    /** HubSpot writes {@code CONTACT=42 is not valid}. */
    private static boolean isInvalid(String text, Entry entry) {
        return text.contains("=" + entry.link.objectId() + " ")
                || entry.link.toObjectIds().stream().anyMatch(id -> text.contains("=" + id + " "));
    }

    @Override
    public boolean answersWithoutResults() {
        return removes;
    }
}
