// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.seeds;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import static io.github.camelhubspot.seeds.RequestAssert.assertThatRequest;
import static org.assertj.core.api.Assertions.assertThat;

/** Seed page 003: every form that the body of a batch may have. */
class BatchCreateCompaniesBodiesTest extends SeedTestSupport {

    private static final String BATCH_CREATE = "hubspot:objects/companies?operation=batchCreate";

    private static final String TWO = """
            [
              {"properties": {"name": "Ö & Søn"}, "objectWriteTraceId": "row-1"},
              {"properties": {"name": "Acme"}, "objectWriteTraceId": "row-2"}
            ]
            """;

    private static final String TWO_AS_LINES = """
            {"properties": {"name": "Ö & Søn"}, "objectWriteTraceId": "row-1"}
            {"properties": {"name": "Acme"}, "objectWriteTraceId": "row-2"}
            """;

    /** The page's input as a record class. */
    public record Input(Map<String, String> properties, String objectWriteTraceId) {}

    @BeforeEach
    void answer() {
        server.answers(CannedAnswer.json(201, """
                        {
                          "results": [
                            {"id": "11", "objectWriteTraceId": "row-1"},
                            {"id": "12", "objectWriteTraceId": "row-2"}
                          ],
                          "status": "COMPLETE"
                        }
                        """));
    }

    static Stream<Named<Object>> bodies() {
        Input first = new Input(Map.of("name", "Ö & Søn"), "row-1");
        Input second = new Input(Map.of("name", "Acme"), "row-2");
        JsonNode tree = Json.tree(TWO);
        List<Object> mixed =
                List.of(first, "{\"properties\": {\"name\": \"Acme\"}, \"objectWriteTraceId\": \"row-2\"}");
        return Stream.of(
                Named.of("JSON text", TWO),
                Named.of("byte[]", TWO.getBytes(StandardCharsets.UTF_8)),
                Named.of("InputStream", new ByteArrayInputStream(TWO.getBytes(StandardCharsets.UTF_8))),
                Named.of("NDJSON text", TWO_AS_LINES),
                Named.of("NDJSON InputStream", new ByteArrayInputStream(TWO_AS_LINES.getBytes(StandardCharsets.UTF_8))),
                Named.of("JsonNode", tree),
                Named.of("list of JsonNodes", List.of(tree.get(0), tree.get(1))),
                Named.of("list of record classes", List.of(first, second)),
                Named.of("list of several forms", mixed),
                Named.of("array", new Input[] {first, second}),
                Named.of("iterator", List.of(first, second).iterator()),
                Named.of("stream", Stream.of(first, second)));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void sendsEachFormOfTheBodyAsThePageHasIt(Object body) {
        call(BATCH_CREATE, body);

        assertThatRequest(server.onlyRequest())
                .is("POST", "/crm/v3/objects/companies/batch/create")
                .hasNoQuery()
                .hasTheHeadersOfThePage(TOKEN)
                .hasJson("{\"inputs\": " + TWO + "}");
    }

    @Test
    void givesPlainRecordsTraceIdsOfTheirOwn() {
        call(BATCH_CREATE, List.of(Map.of("name", "Ö & Søn", "numberofemployees", 12), Map.of("name", "Acme")));

        JsonNode sent = Json.tree(server.onlyRequest().text());
        assertThat(sent.size()).isEqualTo(1);
        Set<String> traceIds = new HashSet<>();
        for (JsonNode input : sent.get("inputs")) {
            assertThat(input.get("objectWriteTraceId").isTextual()).isTrue();
            traceIds.add(((ObjectNode) input).remove("objectWriteTraceId").asText());
        }
        assertThat(traceIds).hasSize(2).doesNotContain("");
        assertThat(sent).isEqualTo(Json.tree("""
                                {
                                  "inputs": [
                                    {"properties": {"name": "Ö & Søn", "numberofemployees": "12"}},
                                    {"properties": {"name": "Acme"}}
                                  ]
                                }
                                """));
    }

    @Test
    void refusesTheIdOfOneRecord() {
        assertRefusedBeforeTheCall(BATCH_CREATE + "&objectId=7", TWO, Map.of(), "objectId");
    }

    /** The wrapper is the component's to write; taken for a record it would make one company of all of them. */
    @Test
    void refusesAnEnvelopeOfTheWholeBatch() {
        assertRefusedBeforeTheCall(BATCH_CREATE, "{\"inputs\": " + TWO + "}", Map.of(), "inputs");
    }

    @Test
    void doesNotReadTheHeaderWithTheIdOfOneRecord() {
        call(BATCH_CREATE, TWO, Map.of("CamelHubSpotObjectId", "7"));

        assertThatRequest(server.onlyRequest()).hasJson("{\"inputs\": " + TWO + "}");
    }
}
