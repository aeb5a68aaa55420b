// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.simulator.calls.RecordedCall;

import static org.assertj.core.api.Assertions.assertThat;

/** A call that the simulator received, held against the one that was expected. */
final class SentCall {

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final Set<String> FIELDS = Set.of("query", "json", "parts", "status", "token");
    /** Stands for a text that is made up, such as the trace id of an input, or the address of a file. */
    private static final String ANY = "<any>";

    private final RecordedCall call;
    private final JsonNode expected;

    SentCall(RecordedCall call, JsonNode expected) {
        this.call = call;
        this.expected = expected;
    }

    void check(String token) {
        String method = method();
        assertThat(call.method()).as("method of %s", call).isEqualTo(method);
        String path = expected.get(method).asText();
        if (!path.equals(ANY)) {
            assertThat(segments(call.path())).as("path of %s", call).matches(pattern(path));
            assertThat(query(call.query())).as("query of %s", call).isEqualTo(expectedQuery());
        }
        checkBody();
        assertThat(call.status())
                .as("status of %s: %s", call, call.responseBody())
                .isIn(statuses());
        assertThat(call.header("Authorization"))
                .as("token of %s", call)
                .isEqualTo(expected.path("token").asBoolean(true) ? "Bearer " + token : null);
    }

    private String method() {
        expected.fieldNames().forEachRemaining(field -> assertThat(METHODS.contains(field) || FIELDS.contains(field))
                .as("field %s of %s", field, expected)
                .isTrue());
        return METHODS.stream().filter(expected::has).findFirst().orElseThrow();
    }

    /** More than one where HubSpot's descriptions disagree. */
    private List<Integer> statuses() {
        JsonNode status = expected.path("status");
        return status.isArray() ? elements(status).map(JsonNode::intValue).toList() : List.of(status.intValue());
    }

    private void checkBody() {
        if (expected.has("json")) {
            assertThat(call.header("Content-Type")).as("type of %s", call).startsWith("application/json");
            JsonNode body = call.bodyJson();
            assertThat(alike(expected.get("json"), body).toPrettyString())
                    .as("body of %s", call)
                    .isEqualTo(sorted(expected.get("json")).toPrettyString());
        } else if (expected.has("parts")) {
            String type = call.header("Content-Type");
            assertThat(type).as("type of %s", call).startsWith("multipart/form-data");
            ArrayNode parts = byName(FormParts.read(type, call.body()));
            assertThat(alike(expected.get("parts"), parts).toPrettyString())
                    .as("parts of %s", call)
                    .isEqualTo(sorted(byName(expected.get("parts"))).toPrettyString());
        } else {
            assertThat(call.body()).as("body of %s", call).isEmpty();
        }
    }

    /** What was sent, sorted, with {@link #ANY} in the place of each text that may be any. */
    private static JsonNode alike(JsonNode expected, JsonNode sent) {
        if (expected.isTextual()
                && expected.textValue().equals(ANY)
                && sent.isTextual()
                && !sent.textValue().isBlank()) {
            return expected;
        }
        if (sent.isObject()) {
            ObjectNode object = WireForms.MAPPER.createObjectNode();
            new TreeMap<>(Map.copyOf(fields(sent)))
                    .forEach((name, value) -> object.set(name, alike(expected.path(name), value)));
            return object;
        }
        if (sent.isArray()) {
            ArrayNode array = WireForms.MAPPER.createArrayNode();
            for (int i = 0; i < sent.size(); i++) {
                array.add(alike(expected.path(i), sent.get(i)));
            }
            return array;
        }
        return sent;
    }

    private static JsonNode sorted(JsonNode node) {
        return alike(node, node);
    }

    private static Map<String, JsonNode> fields(JsonNode object) {
        return object.properties().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static ArrayNode byName(JsonNode parts) {
        ArrayNode ordered = WireForms.MAPPER.createArrayNode();
        elements(parts)
                .sorted(Comparator.comparing(part -> part.path("name").asText()))
                .forEach(ordered::add);
        return ordered;
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private Map<String, String> expectedQuery() {
        Map<String, String> query = new TreeMap<>();
        expected.path("query")
                .properties()
                .forEach(field -> query.put(field.getKey(), field.getValue().asText()));
        return query;
    }

    private static Map<String, String> query(String query) {
        Map<String, String> parameters = new TreeMap<>();
        if (query != null) {
            for (String parameter : query.split("&")) {
                String[] sides = parameter.split("=", 2);
                parameters.merge(
                        decoded(sides[0]), decoded(sides[1]), (first, second) -> first + " and again " + second);
            }
        }
        return parameters;
    }

    /** The path decoded segment by segment, so that an encoded slash can be told from a slash. */
    private static String segments(String path) {
        return Arrays.stream(path.split("/", -1))
                .map(segment -> decoded(segment.replace("+", "%2B")).replace("/", "%2F"))
                .collect(Collectors.joining("/"));
    }

    private static Pattern pattern(String path) {
        return Pattern.compile(
                Arrays.stream(path.split(ANY, -1)).map(Pattern::quote).collect(Collectors.joining("[^/]+")));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
