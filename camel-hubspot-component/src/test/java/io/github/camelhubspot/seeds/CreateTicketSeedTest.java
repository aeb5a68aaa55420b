// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.seeds;

import java.util.List;
import java.util.Map;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhubspot.simulator.HubSpotSimulator;
import io.github.camelhubspot.simulator.crm.SimulatedRecord;

import static io.github.camelhubspot.seeds.RequestAssert.assertThatRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

/** Seed page 001: {@code POST /crm/v3/objects/tickets}. */
class CreateTicketSeedTest extends SeedTestSupport {

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

    private static final Map<String, Object> TICKET = Map.of(
            "associations",
            List.of(Map.of(
                    "to",
                    Map.of("id", "9001"),
                    "types",
                    List.of(Map.of("associationCategory", "HUBSPOT_DEFINED", "associationTypeId", 123)))),
            "properties",
            Map.of("subject", "Ça ne marche pas", "hs_pipeline_stage", "1"));

    private static final String TICKET_AS_SENT = """
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
                "subject": "Ça ne marche pas",
                "hs_pipeline_stage": "1"
              }
            }
            """;

    @ParameterizedTest
    @ValueSource(strings = {"tickets", "ticket"})
    void sendsTheRequestOfThePage(String objectType) {
        server.answers(CannedAnswer.json(201, ANSWER));

        call("hubspot:objects/" + objectType + "?operation=create", TICKET);

        assertThatRequest(server.onlyRequest())
                .is("POST", "/crm/v3/objects/tickets")
                .hasNoQuery()
                .hasTheHeadersOfThePage(TOKEN)
                .hasJson(TICKET_AS_SENT);
    }

    @Test
    void sendsTheEmptyPropertiesOfThePage() {
        server.answers(CannedAnswer.json(201, ANSWER));
        String page = """
                {
                  "associations": [
                    {
                      "to": {
                        "id": "<string>"
                      },
                      "types": [
                        {
                          "associationCategory": "HUBSPOT_DEFINED",
                          "associationTypeId": 123
                        }
                      ]
                    }
                  ],
                  "properties": {}
                }
                """;

        call("hubspot:objects/tickets?operation=create", page);

        assertThatRequest(server.onlyRequest())
                .is("POST", "/crm/v3/objects/tickets")
                .hasJson(page);
    }

    @Test
    void givesTheAnswerOfThePage() throws Exception {
        routeTo("hubspot:objects/tickets?operation=create");
        server.answers(CannedAnswer.json(201, ANSWER)
                .with("X-HubSpot-Correlation-Id", "0193a1b2-aaaa-7bbb-8ccc-ddddeeeeffff"));

        Exchange exchange = call("direct:in", TICKET);

        Map<?, ?> ticket = (Map<?, ?>) exchange.getMessage().getBody();
        assertThat(ticket).hasSize(5);
        assertThat(ticket.get("archived")).isEqualTo(false);
        assertThat(ticket.get("createdAt")).isEqualTo("2019-10-30T03:30:17.883Z");
        assertThat(ticket.get("id")).isEqualTo("512");
        assertThat(ticket.get("properties"))
                .isEqualTo(Map.of(
                        "property_checkbox", "false",
                        "property_date", "1572480000000",
                        "property_dropdown", "choice_b",
                        "property_multiple_checkboxes", "chocolate;strawberry",
                        "property_number", "17",
                        "property_radio", "option_1",
                        "property_string", "value"));
        assertThat(ticket.get("updatedAt")).isEqualTo("2019-12-07T16:50:06.678Z");
        assertThat(exchange.getMessage().getHeaders())
                .containsOnly(
                        entry("CamelHubSpotResultId", "512"),
                        entry("CamelHubSpotStatusCode", 201),
                        entry("CamelHubSpotCorrelationId", "0193a1b2-aaaa-7bbb-8ccc-ddddeeeeffff"));
    }

    @Test
    void takesTheObjectTypeFromTheHeaderWhereTheUriHasNone() throws Exception {
        route(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in")
                        .setHeader("CamelHubSpotObjectType", constant("tickets"))
                        .to("hubspot:objects?operation=create");
            }
        });
        server.answers(CannedAnswer.json(201, ANSWER));

        call("direct:in", TICKET);

        assertThatRequest(server.onlyRequest())
                .is("POST", "/crm/v3/objects/tickets")
                .hasNoQuery()
                .hasTheHeadersOfThePage(TOKEN)
                .hasJson(TICKET_AS_SENT);
    }

    @Test
    void createsTheTicketInTheSimulator() {
        HubSpotSimulator simulator = useSimulator();
        String company =
                simulator.crm().create("companies", Map.of("name", "Acme")).id();
        Map<String, Object> ticket = Map.of(
                "associations",
                List.of(Map.of(
                        "to",
                        Map.of("id", company),
                        "types",
                        List.of(Map.of("associationCategory", "HUBSPOT_DEFINED", "associationTypeId", 339)))),
                "properties",
                Map.of("subject", "Ça ne marche pas", "hs_pipeline_stage", "1"));

        Exchange exchange = call("hubspot:objects/tickets?operation=create", ticket);

        assertThatRequest(onlySimulatorRequest())
                .is("POST", "/crm/v3/objects/tickets")
                .hasNoQuery()
                .hasTheHeadersOfThePage(simulator.accessToken())
                .hasJson(TICKET_AS_SENT.replace("9001", company).replace("123", "339"));
        SimulatedRecord created = simulator.crm().records("tickets").get(0);
        StoredRecords.assertHasTheFieldsOfThePage(exchange, created.id());
        assertThat(created.properties())
                .contains(entry("subject", "Ça ne marche pas"), entry("hs_pipeline_stage", "1"));
        assertThat(simulator.crm().links("tickets", created.id(), "companies"))
                .singleElement()
                .satisfies(link -> assertThat(link.toObjectId()).isEqualTo(company));
    }
}
