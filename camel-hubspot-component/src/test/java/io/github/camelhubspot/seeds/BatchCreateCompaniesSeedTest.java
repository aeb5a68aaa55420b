// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.seeds;

import java.util.List;
import java.util.Map;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

import io.github.camelhubspot.batch.BatchCall;
import io.github.camelhubspot.batch.BatchOutcome;
import io.github.camelhubspot.batch.BatchResult;
import io.github.camelhubspot.batch.OutcomeStatus;
import io.github.camelhubspot.simulator.HubSpotSimulator;
import io.github.camelhubspot.simulator.crm.SimulatedRecord;

import static io.github.camelhubspot.seeds.RequestAssert.assertThatRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

/** Seed page 003: {@code POST /crm/v3/objects/companies/batch/create}. */
class BatchCreateCompaniesSeedTest extends SeedTestSupport {

    private static final Map<String, Object> COMPANY = Map.of(
            "associations",
            List.of(Map.of(
                    "to",
                    Map.of("id", "9001"),
                    "types",
                    List.of(Map.of("associationCategory", "HUBSPOT_DEFINED", "associationTypeId", 123)))),
            "properties",
            Map.of("name", "Société Générale d’Essai"),
            "objectWriteTraceId",
            "row-17");

    private static final String AS_SENT = """
            {
              "inputs": [
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
                    "name": "Société Générale d’Essai"
                  },
                  "objectWriteTraceId": "row-17"
                }
              ]
            }
            """;

    private static final String ANSWER = """
            {
              "completedAt": "2023-11-07T05:31:56Z",
              "results": [
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
              ],
              "startedAt": "2023-11-07T05:31:56Z",
              "status": "CANCELED",
              "links": {},
              "requestedAt": "2023-11-07T05:31:56Z"
            }
            """;

    @Test
    void sendsTheRequestOfThePage() throws Exception {
        routeTo("hubspot:objects/companies?operation=batchCreate");
        server.answers(CannedAnswer.json(201, ANSWER));

        call("direct:in", List.of(COMPANY));

        assertThatRequest(server.onlyRequest())
                .is("POST", "/crm/v3/objects/companies/batch/create")
                .hasNoQuery()
                .hasTheHeadersOfThePage(TOKEN)
                .hasJson(AS_SENT);
    }

    @Test
    void givesTheAnswerOfThePage() throws Exception {
        routeTo("hubspot:objects/companies?operation=batchCreate");
        server.answers(CannedAnswer.json(201, ANSWER)
                .with("X-HubSpot-Correlation-Id", "0193a1b2-aaaa-7bbb-8ccc-ddddeeeeffff"));

        Exchange exchange = call("direct:in", List.of(COMPANY));

        BatchResult result = (BatchResult) exchange.getMessage().getBody();
        assertThat(result.calls()).hasSize(1);
        BatchCall call = result.calls().get(0);
        assertThat(call.httpStatus()).isEqualTo(201);
        assertThat(call.status()).isEqualTo("CANCELED");
        assertThat(call.startedAt()).isEqualTo("2023-11-07T05:31:56Z");
        assertThat(call.completedAt()).isEqualTo("2023-11-07T05:31:56Z");
        assertThat(call.requestedAt()).isEqualTo("2023-11-07T05:31:56Z");
        assertThat(call.links()).isEmpty();
        assertThat(call.numErrors()).isZero();
        assertThat(call.correlationId()).isEqualTo("0193a1b2-aaaa-7bbb-8ccc-ddddeeeeffff");
        assertThat(result.outcomes()).hasSize(1);
        BatchOutcome outcome = result.outcomes().get(0);
        assertThat(outcome.index()).isZero();
        assertThat(outcome.status()).isEqualTo(OutcomeStatus.CREATED);
        assertThat(outcome.error()).isNull();
        assertThat(outcome.input()).isEqualTo(COMPANY);
        Map<?, ?> company = (Map<?, ?>) outcome.record();
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
                .containsOnly(entry("CamelHubSpotSucceeded", 1L), entry("CamelHubSpotFailed", 0L));
    }

    @Test
    void worksFromARouteInYaml() throws Exception {
        yamlRoute("""
                - route:
                    from:
                      uri: direct:in
                      steps:
                        - to:
                            uri: hubspot:objects/companies
                            parameters:
                              operation: batchCreate
                        - setBody:
                            simple: ${body.succeeded}
                """);
        server.answers(CannedAnswer.json(201, ANSWER));

        Exchange exchange = call("direct:in", List.of(COMPANY));

        assertThat(exchange.getMessage().getBody()).isEqualTo(1L);
        assertThatRequest(server.onlyRequest())
                .is("POST", "/crm/v3/objects/companies/batch/create")
                .hasNoQuery()
                .hasTheHeadersOfThePage(TOKEN)
                .hasJson(AS_SENT);
    }

    @Test
    void createsTheCompaniesInTheSimulator() throws Exception {
        HubSpotSimulator simulator = useSimulator();
        String contact = simulator
                .crm()
                .create("contacts", Map.of("email", "ada@example.com"))
                .id();
        routeTo("hubspot:objects/companies?operation=batchCreate");
        String companies = """
                [
                  {
                    "associations": [
                      {
                        "to": {"id": "%s"},
                        "types": [{"associationCategory": "HUBSPOT_DEFINED", "associationTypeId": 280}]
                      }
                    ],
                    "properties": {"name": "Société Générale d’Essai"},
                    "objectWriteTraceId": "row-1"
                  },
                  {
                    "properties": {"domain": "acme.example"},
                    "objectWriteTraceId": "row-2"
                  }
                ]
                """.formatted(contact);

        Exchange exchange = call("direct:in", companies);

        assertThatRequest(onlySimulatorRequest())
                .is("POST", "/crm/v3/objects/companies/batch/create")
                .hasNoQuery()
                .hasTheHeadersOfThePage(simulator.accessToken())
                .hasJson("{\"inputs\": " + companies + "}");
        BatchResult result = (BatchResult) exchange.getMessage().getBody();
        assertThat(result.count(OutcomeStatus.CREATED)).isEqualTo(2);
        assertThat(result.failed()).isZero();
        SimulatedRecord first = simulator
                .crm()
                .find("companies", "name", "Société Générale d’Essai")
                .orElseThrow();
        SimulatedRecord second =
                simulator.crm().find("companies", "domain", "acme.example").orElseThrow();
        assertThat(simulator.crm().records("companies")).hasSize(2);
        assertThat(simulator.crm().links("companies", first.id(), "contacts"))
                .singleElement()
                .satisfies(link -> assertThat(link.toObjectId()).isEqualTo(contact));
        assertThat(simulator.crm().links("companies", second.id(), "contacts")).isEmpty();
    }

    @Test
    void givesTheSimulatorsAnswerInTheShapeOfThePage() {
        HubSpotSimulator simulator = useSimulator();

        Exchange exchange = call(
                "hubspot:objects/companies?operation=batchCreate",
                List.of(Map.of("name", "First"), Map.of("name", "Second"), Map.of("name", "Third")));

        BatchResult result = (BatchResult) exchange.getMessage().getBody();
        assertThat(result.calls()).singleElement().satisfies(call -> {
            assertThat(call.httpStatus()).isEqualTo(201);
            assertThat(call.status()).isEqualTo("COMPLETE");
            assertThat(call.startedAt()).isNotNull();
            assertThat(call.completedAt()).isNotNull();
        });
        assertThat(result.outcomes()).hasSize(3);
        for (BatchOutcome outcome : result) {
            Map<?, ?> input = (Map<?, ?>) outcome.input();
            SimulatedRecord created = simulator
                    .crm()
                    .find("companies", "name", (String) input.get("name"))
                    .orElseThrow();
            StoredRecords.assertHasTheFieldsOfThePage((Map<?, ?>) outcome.record(), created.id());
        }
    }
}
