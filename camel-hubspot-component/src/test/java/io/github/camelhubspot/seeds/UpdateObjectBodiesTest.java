// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.seeds;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.camelhubspot.seeds.RequestAssert.assertThatRequest;
import static org.assertj.core.api.Assertions.assertThat;

/** Seed page 002: every form that the body of an update may have. */
class UpdateObjectBodiesTest extends SeedTestSupport {

    private static final String UPDATE = "hubspot:objects/companies?operation=update";

    private static final Map<String, Object> ID = Map.of("CamelHubSpotObjectId", "512");

    private static final String CHANGES = "{\"properties\": {\"name\": \"Łódź Ltd\", \"numberofemployees\": \"12\"}}";

    private static final String ASSOCIATED = """
            {
              "associations": [
                {
                  "to": {"id": "22"},
                  "types": [{"associationCategory": "%s", "associationTypeId": %d}]
                }
              ],
              "properties": {"name": "Acme"}
            }
            """;

    /** A record class, as routes have them. */
    public record Company(String name, long numberofemployees) {}

    /** The page's body as a record class. */
    public record Changes(Company properties) {}

    static Stream<Named<Object>> bodies() {
        byte[] utf8 = CHANGES.getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                Named.of("JSON text", CHANGES),
                Named.of("byte[]", utf8),
                Named.of("InputStream", new ByteArrayInputStream(utf8)),
                Named.of("JsonNode", Json.tree(CHANGES)),
                Named.of("Map", Json.map(CHANGES)),
                Named.of("Map of a plain record", Map.of("name", "Łódź Ltd", "numberofemployees", 12)),
                Named.of("record class", new Company("Łódź Ltd", 12)),
                Named.of("record class in the page's form", new Changes(new Company("Łódź Ltd", 12))));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void sendsEachFormOfTheBodyAsThePageHasIt(Object body) {
        server.answers(SeedCall.ANSWER);

        call(UPDATE, body, ID);

        assertThatRequest(server.onlyRequest())
                .is("PATCH", "/crm/v3/objects/companies/512")
                .hasNoQuery()
                .hasTheHeadersOfThePage(TOKEN)
                .hasJson(CHANGES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"properties\": {}}", "{\"name\": \"\"}", "{\"hs_object_id\": \"512\"}"})
    void callsNobodyWhereNothingIsLeftToSend(String body) {
        Exchange exchange = call(UPDATE, body, ID);

        assertThat(server.requests()).isEmpty();
        assertThat(exchange.getMessage().getBody()).isEqualTo(body);
    }

    @Test
    void clearsThePropertiesThatAnEnvelopeBlanks() {
        server.answers(SeedCall.ANSWER);

        call(UPDATE, "{\"properties\": {\"name\": \"\"}}", ID);

        assertThatRequest(server.onlyRequest()).hasJson("{\"properties\": {\"name\": \"\"}}");
    }

    /** The page's body has no associations, and HubSpot's update takes none: they go by a call of their own. */
    @Test
    void writesAssociationsAfterTheRecord() {
        server.alwaysAnswers(CannedAnswer.json(200, "{\"id\": \"512\", \"properties\": {}}"));

        call(UPDATE, ASSOCIATED.formatted("HUBSPOT_DEFINED", 280), ID);

        assertThat(server.requests()).hasSize(2);
        assertThatRequest(server.requests().get(0))
                .is("PATCH", "/crm/v3/objects/companies/512")
                .hasJson("{\"properties\": {\"name\": \"Acme\"}}");
        assertThatRequest(server.requests().get(1))
                .is("POST", "/crm/v4/associations/companies/contacts/batch/create")
                .hasJson("""
                        {
                          "inputs": [
                            {
                              "from": {"id": "512"},
                              "to": {"id": "22"},
                              "types": [{"associationCategory": "HUBSPOT_DEFINED", "associationTypeId": 280}]
                            }
                          ]
                        }
                        """);
    }

    /** Leaving them out silently would lose them. */
    @Test
    void refusesAssociationsThatDoNotTellWhatTheyLeadTo() {
        assertRefusedBeforeTheCall(
                UPDATE, ASSOCIATED.formatted("USER_DEFINED", 41), ID, "associations", "Association 1", "objectType");
    }
}
