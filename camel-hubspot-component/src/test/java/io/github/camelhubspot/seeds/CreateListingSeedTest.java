// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.seeds;

import java.util.Map;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

import io.github.camelhubspot.simulator.HubSpotSimulator;
import io.github.camelhubspot.simulator.crm.SimulatedRecord;
import io.github.camelhubspot.simulator.schema.PropertyDefinition;

import static io.github.camelhubspot.seeds.RequestAssert.assertThatRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

/** Seed page 000: {@code POST /crm/v3/objects/0-420}. */
class CreateListingSeedTest extends SeedTestSupport {

    private static final String LISTING = """
            {
              "associations": [
                {
                  "to": {
                    "id": "9001"
                  },
                  "types": [
                    {
                      "associationCategory": "HUBSPOT_DEFINED",
                      "associationTypeId": 123
                    }
                  ]
                }
              ],
              "properties": {
                "property_checkbox": "false",
                "property_date": "1572480000000",
                "property_dropdown": "choice_b",
                "property_multiple_checkboxes": "chocolate;strawberry",
                "property_number": "17",
                "property_radio": "option_1",
                "property_string": "value"
              }
            }
            """;

    private static final String ANSWER = """
            {
              "archived": false,
              "createdAt": "2019-10-30T03:30:17.883Z",
              "id": "512",
              "properties": {
                "property_checkbox": "false",
                "property_date": "1572480000000",
                "property_dropdown": "choice_b",
                "property_multiple_checkboxes": "chocolate;strawberry",
                "property_number": "17",
                "property_radio": "option_1",
                "property_string": "value"
              },
              "updatedAt": "2019-12-07T16:50:06.678Z"
            }
            """;

    @Test
    void sendsTheRequestOfThePage() throws Exception {
        routeTo("hubspot:objects/0-420?operation=create");
        server.answers(CannedAnswer.json(201, ANSWER));

        call("direct:in", LISTING);

        assertThatRequest(server.onlyRequest())
                .is("POST", "/crm/v3/objects/0-420")
                .hasNoQuery()
                .hasTheHeadersOfThePage(TOKEN)
                .hasJson(LISTING);
    }

    @Test
    void givesTheAnswerOfThePage() throws Exception {
        routeTo("hubspot:objects/0-420?operation=create");
        server.answers(CannedAnswer.json(201, ANSWER)
                .with("X-HubSpot-Correlation-Id", "0193a1b2-aaaa-7bbb-8ccc-ddddeeeeffff"));

        Exchange exchange = call("direct:in", LISTING);

        Map<?, ?> listing = (Map<?, ?>) exchange.getMessage().getBody();
        assertThat(listing).hasSize(5);
        assertThat(listing.get("archived")).isEqualTo(false);
        assertThat(listing.get("createdAt")).isEqualTo("2019-10-30T03:30:17.883Z");
        assertThat(listing.get("id")).isEqualTo("512");
        assertThat(listing.get("properties"))
                .isEqualTo(Map.of(
                        "property_checkbox", "false",
                        "property_date", "1572480000000",
                        "property_dropdown", "choice_b",
                        "property_multiple_checkboxes", "chocolate;strawberry",
                        "property_number", "17",
                        "property_radio", "option_1",
                        "property_string", "value"));
        assertThat(listing.get("updatedAt")).isEqualTo("2019-12-07T16:50:06.678Z");
        assertThat(exchange.getMessage().getHeaders())
                .containsOnly(
                        entry("CamelHubSpotResultId", "512"),
                        entry("CamelHubSpotStatusCode", 201),
                        entry("CamelHubSpotCorrelationId", "0193a1b2-aaaa-7bbb-8ccc-ddddeeeeffff"));
    }

    @Test
    void worksFromARouteInYaml() throws Exception {
        yamlRoute("""
                - route:
                    from:
                      uri: direct:in
                      steps:
                        - to:
                            uri: hubspot:objects/0-420
                            parameters:
                              operation: create
                        - setBody:
                            simple: ${body[id]}
                """);
        server.answers(CannedAnswer.json(201, ANSWER));

        Exchange exchange = call("direct:in", LISTING);

        assertThat(exchange.getMessage().getBody()).isEqualTo("512");
        assertThatRequest(server.onlyRequest())
                .is("POST", "/crm/v3/objects/0-420")
                .hasNoQuery()
                .hasTheHeadersOfThePage(TOKEN)
                .hasJson(LISTING);
    }

    @Test
    void createsTheListingInTheSimulator() throws Exception {
        HubSpotSimulator simulator = useSimulator();
        for (String name : new String[] {"property_checkbox", "property_string"}) {
            simulator.crm().defineProperty("0-420", PropertyDefinition.string(name));
        }
        String owner = simulator
                .crm()
                .create("contacts", Map.of("email", "ada@example.com"))
                .id();
        int type = simulator
                .crm()
                .defineLabel("0-420", "contacts", "owner", "Owner", "Owns")
                .get(0)
                .typeId();
        String listing = """
                {
                  "associations": [
                    {
                      "to": {"id": "%s"},
                      "types": [{"associationCategory": "USER_DEFINED", "associationTypeId": %d}]
                    }
                  ],
                  "properties": {"hs_name": "Rue de l'Été 1", "property_checkbox": "false", "property_string": "value"}
                }
                """.formatted(owner, type);
        routeTo("hubspot:objects/0-420?operation=create");

        Exchange exchange = call("direct:in", listing);

        assertThatRequest(onlySimulatorRequest())
                .is("POST", "/crm/v3/objects/0-420")
                .hasNoQuery()
                .hasTheHeadersOfThePage(simulator.accessToken())
                .hasJson(listing);
        SimulatedRecord created = simulator.crm().records("0-420").get(0);
        StoredRecords.assertHasTheFieldsOfThePage(exchange, created.id());
        assertThat(created.properties())
                .contains(
                        entry("hs_name", "Rue de l'Été 1"),
                        entry("property_checkbox", "false"),
                        entry("property_string", "value"));
        assertThat(simulator.crm().links("0-420", created.id(), "contacts"))
                .singleElement()
                .satisfies(link -> assertThat(link.toObjectId()).isEqualTo(owner))
                .satisfies(link -> assertThat(link.labels()).containsExactly("Owner"));
    }
}
