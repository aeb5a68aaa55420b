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

/** Seed page 002: {@code PATCH /crm/v3/objects/{objectType}/{objectId}}. */
class UpdateObjectSeedTest extends SeedTestSupport {

    private static final String CHANGES = """
            {
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
        routeTo("hubspot:objects/companies?operation=update&objectId=512");
        server.answers(CannedAnswer.json(200, ANSWER));

        call("direct:in", CHANGES);

        assertThatRequest(server.onlyRequest())
                .is("PATCH", "/crm/v3/objects/companies/512")
                .hasNoQuery()
                .hasTheHeadersOfThePage(TOKEN)
                .hasJson(CHANGES);
    }

    @Test
    void sendsTheIdPropertyAsTheQuery() throws Exception {
        routeTo("hubspot:objects/companies?operation=update&idProperty=external_id");
        server.answers(CannedAnswer.json(200, ANSWER));

        call("direct:in", CHANGES, Map.of("CamelHubSpotObjectId", "C-17"));

        assertThatRequest(server.onlyRequest())
                .is("PATCH", "/crm/v3/objects/companies/C-17")
                .hasQuery("idProperty=external_id")
                .hasTheHeadersOfThePage(TOKEN)
                .hasJson(CHANGES);
    }

    @Test
    void givesTheAnswerOfThePage() throws Exception {
        routeTo("hubspot:objects/companies?operation=update&objectId=512");
        server.answers(CannedAnswer.json(200, ANSWER)
                .with("X-HubSpot-Correlation-Id", "0193a1b2-aaaa-7bbb-8ccc-ddddeeeeffff"));

        Exchange exchange = call("direct:in", CHANGES);

        Map<?, ?> company = (Map<?, ?>) exchange.getMessage().getBody();
        assertThat(company).hasSize(5);
        assertThat(company.get("archived")).isEqualTo(false);
        assertThat(company.get("createdAt")).isEqualTo("2019-10-30T03:30:17.883Z");
        assertThat(company.get("id")).isEqualTo("512");
        assertThat(company.get("properties"))
                .isEqualTo(Map.of(
                        "property_checkbox", "false",
                        "property_date", "1572480000000",
                        "property_dropdown", "choice_b",
                        "property_multiple_checkboxes", "chocolate;strawberry",
                        "property_number", "17",
                        "property_radio", "option_1",
                        "property_string", "value"));
        assertThat(company.get("updatedAt")).isEqualTo("2019-12-07T16:50:06.678Z");
        assertThat(exchange.getMessage().getHeaders())
                .containsOnly(
                        entry("CamelHubSpotResultId", "512"),
                        entry("CamelHubSpotStatusCode", 200),
                        entry("CamelHubSpotCorrelationId", "0193a1b2-aaaa-7bbb-8ccc-ddddeeeeffff"));
    }

    @Test
    void worksFromARouteInYaml() throws Exception {
        yamlRoute("""
                - route:
                    from:
                      uri: direct:in
                      steps:
                        - setHeader:
                            name: CamelHubSpotObjectId
                            simple: ${body[external_id]}
                        - to:
                            uri: hubspot:objects/tickets
                            parameters:
                              operation: update
                              idProperty: external_id
                """);
        server.answers(CannedAnswer.json(200, ANSWER));

        call("direct:in", Map.of("external_id", "T-1", "subject", "Fixed"));

        assertThatRequest(server.onlyRequest())
                .is("PATCH", "/crm/v3/objects/tickets/T-1")
                .hasQuery("idProperty=external_id")
                .hasTheHeadersOfThePage(TOKEN)
                .hasJson("{\"properties\": {\"external_id\": \"T-1\", \"subject\": \"Fixed\"}}");
    }

    @Test
    void updatesTheCompanyInTheSimulator() throws Exception {
        HubSpotSimulator simulator = useSimulator();
        simulator
                .crm()
                .defineProperty(
                        "companies", PropertyDefinition.string("external_id").unique());
        String id = simulator
                .crm()
                .create("companies", Map.of("name", "Acme", "external_id", "50 %/a+b@ü"))
                .id();
        routeTo("hubspot:objects/companies?operation=update&idProperty=external_id");

        Exchange exchange = call(
                "direct:in",
                "{\"properties\": {\"name\": \"Acme Ltd\", \"city\": \"Łódź\"}}",
                Map.of("CamelHubSpotObjectId", "50 %/a+b@ü"));

        assertThatRequest(onlySimulatorRequest())
                .is("PATCH", "/crm/v3/objects/companies/50%20%25%2Fa%2Bb%40%C3%BC")
                .hasQuery("idProperty=external_id")
                .hasTheHeadersOfThePage(simulator.accessToken())
                .hasJson("{\"properties\": {\"name\": \"Acme Ltd\", \"city\": \"Łódź\"}}");
        StoredRecords.assertHasTheFieldsOfThePage(exchange, id);
        SimulatedRecord updated = simulator.crm().record("companies", id).orElseThrow();
        assertThat(updated.properties())
                .contains(entry("name", "Acme Ltd"), entry("city", "Łódź"), entry("external_id", "50 %/a+b@ü"));
    }
}
