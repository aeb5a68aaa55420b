// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.seeds;

import java.util.List;
import java.util.Map;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhubspot.simulator.HubSpotSimulator;
import io.github.camelhubspot.simulator.crm.LinkType;

import static io.github.camelhubspot.seeds.RequestAssert.assertThatRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

/** Seed page 004: {@code PUT /crm/v4/objects/{objectType}/{objectId}/associations/{toObjectType}/{toObjectId}}. */
class PutAssociationSeedTest extends SeedTestSupport {

    private static final String PUT = "hubspot:associations/tickets?toObjectType=companies&operation=put";

    private static final Map<String, Object> IDS = Map.of("CamelHubSpotObjectId", "11", "CamelHubSpotToObjectId", "22");

    private static final String TYPES = """
            [
              {
                "associationCategory": "HUBSPOT_DEFINED",
                "associationTypeId": 123
              }
            ]
            """;

    private static final String ANSWER = """
            {
              "createdResourceId": "4711",
              "entity": {
                "fromObjectId": "11",
                "fromObjectTypeId": "0-5",
                "labels": [
                  "Reported by"
                ],
                "toObjectId": "22",
                "toObjectTypeId": "0-2"
              },
              "location": "https://api.hubapi.com/crm/v4/associations/4711"
            }
            """;

    @Test
    void sendsTheRequestOfThePage() throws Exception {
        routeTo(PUT);
        server.answers(CannedAnswer.json(201, ANSWER));

        call("direct:in", TYPES, IDS);

        assertThatRequest(server.onlyRequest())
                .is("PUT", "/crm/v4/objects/tickets/11/associations/companies/22")
                .hasNoQuery()
                .hasTheHeadersOfThePage(TOKEN)
                .hasJson(TYPES);
    }

    @Test
    void takesTheSecondTypeFromThePathOfTheUriToo() throws Exception {
        routeTo("hubspot:associations/tickets/companies?operation=put");
        server.answers(CannedAnswer.json(201, ANSWER));

        call("direct:in", TYPES, IDS);

        assertThatRequest(server.onlyRequest())
                .is("PUT", "/crm/v4/objects/tickets/11/associations/companies/22")
                .hasNoQuery()
                .hasTheHeadersOfThePage(TOKEN)
                .hasJson(TYPES);
    }

    @Test
    void givesTheAnswerOfThePage() throws Exception {
        routeTo(PUT);
        server.answers(CannedAnswer.json(201, ANSWER)
                .with("X-HubSpot-Correlation-Id", "0193a1b2-aaaa-7bbb-8ccc-ddddeeeeffff"));

        Exchange exchange = call("direct:in", TYPES, IDS);

        Map<?, ?> link = (Map<?, ?>) exchange.getMessage().getBody();
        assertThat(link).hasSize(3);
        assertThat(link.get("createdResourceId")).isEqualTo("4711");
        Map<?, ?> entity = (Map<?, ?>) link.get("entity");
        assertThat(entity).hasSize(5);
        assertThat(entity.get("fromObjectId")).isEqualTo("11");
        assertThat(entity.get("fromObjectTypeId")).isEqualTo("0-5");
        assertThat(entity.get("labels")).isEqualTo(List.of("Reported by"));
        assertThat(entity.get("toObjectId")).isEqualTo("22");
        assertThat(entity.get("toObjectTypeId")).isEqualTo("0-2");
        assertThat(link.get("location")).isEqualTo("https://api.hubapi.com/crm/v4/associations/4711");
        assertThat(exchange.getMessage().getHeaders())
                .contains(
                        entry("CamelHubSpotStatusCode", 201),
                        entry("CamelHubSpotCorrelationId", "0193a1b2-aaaa-7bbb-8ccc-ddddeeeeffff"));
    }

    @Test
    void givesTheFlatAnswerOfDatedVersionsAndFieldsThatNoPageKnows() {
        String flat = """
                {
                  "fromObjectTypeId": "0-5",
                  "fromObjectId": 11,
                  "toObjectTypeId": "0-2",
                  "toObjectId": 22,
                  "labels": ["Reported by", null],
                  "comingSoon": {"since": "2027-03"}
                }
                """;
        server.answers(CannedAnswer.json(200, flat));

        Exchange exchange = call(PUT + "&apiVersion=2026-09", TYPES, IDS);

        assertThatRequest(server.onlyRequest())
                .is("PUT", "/crm/objects/2026-09/tickets/11/associations/companies/22")
                .hasNoQuery()
                .hasTheHeadersOfThePage(TOKEN)
                .hasJson(TYPES);
        assertThat(exchange.getMessage().getBody()).isEqualTo(Json.map(flat));
    }

    /** What a route may ask for with {@code outputType=class}. */
    public record Made(String createdResourceId, Map<String, Object> entity) {}

    @Test
    void givesTheAnswerInTheShapeOfTheOption() {
        server.alwaysAnswers(CannedAnswer.json(201, ANSWER));

        Object tree = call(PUT + "&outputType=json", TYPES, IDS).getMessage().getBody();
        Object text = call(PUT + "&outputType=string", TYPES, IDS).getMessage().getBody();
        Object made = call(PUT + "&outputType=class&outputClass=" + Made.class.getName(), TYPES, IDS)
                .getMessage()
                .getBody();

        assertThat(tree).isEqualTo(Json.tree(ANSWER));
        assertThat(Json.tree((String) text)).isEqualTo(Json.tree(ANSWER));
        assertThat(((Made) made).createdResourceId()).isEqualTo("4711");
        assertThat(((Made) made).entity()).containsEntry("labels", List.of("Reported by"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HUBSPOT_DEFINED", "USER_DEFINED", "INTEGRATOR_DEFINED", "WORK"})
    void sendsEveryCategory(String category) {
        server.answers(CannedAnswer.json(201, ANSWER));
        String types = TYPES.replace("HUBSPOT_DEFINED", category);

        call(PUT, types, IDS);

        assertThatRequest(server.onlyRequest()).hasJson(types);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "\"1\", 1", "\"0042\", 42", "2147483647, 2147483647", "\"2147483647\", 2147483647"})
    void sendsTheTypeIdAsANumber(String written, String sent) {
        server.answers(CannedAnswer.json(201, ANSWER));

        call(PUT, TYPES.replace("123", written), IDS);

        assertThatRequest(server.onlyRequest()).hasJson(TYPES.replace("123", sent));
    }

    @Test
    void sendsTwoTypesOfOneLinkInOneCall() {
        server.answers(CannedAnswer.json(201, ANSWER));
        String types = """
                [
                  {"associationCategory": "USER_DEFINED", "associationTypeId": 41},
                  {"associationCategory": "USER_DEFINED", "associationTypeId": 43}
                ]
                """;

        call(PUT, types, IDS);

        assertThatRequest(server.onlyRequest())
                .is("PUT", "/crm/v4/objects/tickets/11/associations/companies/22")
                .hasJson(types);
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
                            simple: ${body[ticket]}
                        - setHeader:
                            name: CamelHubSpotToObjectId
                            simple: ${body[company]}
                        - to:
                            uri: hubspot:associations/tickets
                            parameters:
                              toObjectType: companies
                              operation: put
                              associationCategory: HUBSPOT_DEFINED
                              associationTypeId: 123
                        - setBody:
                            simple: ${body[entity][labels]}
                """);
        server.answers(CannedAnswer.json(201, ANSWER));

        Exchange exchange = call("direct:in", Map.of("ticket", 11, "company", 22));

        assertThat(exchange.getMessage().getBody()).isEqualTo(List.of("Reported by"));
        assertThatRequest(server.onlyRequest())
                .is("PUT", "/crm/v4/objects/tickets/11/associations/companies/22")
                .hasNoQuery()
                .hasTheHeadersOfThePage(TOKEN)
                .hasJson(TYPES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v3", "2026-03", "2026-09"})
    void linksTheRecordsInTheSimulatorWithTwoLabels(String apiVersion) throws Exception {
        HubSpotSimulator simulator = useSimulator();
        String ticket =
                simulator.crm().create("tickets", Map.of("subject", "Broken")).id();
        String company =
                simulator.crm().create("companies", Map.of("name", "Acme")).id();
        LinkType reported = simulator
                .crm()
                .defineLabel("tickets", "companies", "reported_by", "Reported by", "Reported")
                .get(0);
        LinkType paid = simulator
                .crm()
                .defineLabel("tickets", "companies", "paid_by", "Paid by", "Pays for")
                .get(0);
        String types = """
                [
                  {"associationCategory": "USER_DEFINED", "associationTypeId": %d},
                  {"associationCategory": "USER_DEFINED", "associationTypeId": %d}
                ]
                """.formatted(reported.typeId(), paid.typeId());
        routeTo(PUT + "&apiVersion=" + apiVersion);

        Exchange exchange =
                call("direct:in", types, Map.of("CamelHubSpotObjectId", ticket, "CamelHubSpotToObjectId", company));

        String base = apiVersion.equals("v3") ? "/crm/v4/objects" : "/crm/objects/" + apiVersion;
        assertThatRequest(onlySimulatorRequest())
                .is("PUT", base + "/tickets/" + ticket + "/associations/companies/" + company)
                .hasNoQuery()
                .hasTheHeadersOfThePage(simulator.accessToken())
                .hasJson(types);
        Map<?, ?> body = (Map<?, ?>) exchange.getMessage().getBody();
        Map<?, ?> link = body;
        if (apiVersion.equals("v3")) {
            assertThat(body.get("createdResourceId")).isInstanceOf(String.class);
            assertThat(body.keySet().stream().map(Object::toString))
                    .isSubsetOf("createdResourceId", "entity", "location");
            link = (Map<?, ?>) body.get("entity");
        }
        assertThat(link).hasSize(5);
        assertThat(link.get("fromObjectId")).isEqualTo(ticket);
        assertThat(link.get("fromObjectTypeId")).isEqualTo("0-5");
        assertThat(link.get("toObjectId")).isEqualTo(company);
        assertThat(link.get("toObjectTypeId")).isEqualTo("0-2");
        assertThat((List<?>) link.get("labels"))
                .map(Object::toString)
                .containsExactlyInAnyOrder("Reported by", "Paid by");
        assertThat(simulator.crm().links("tickets", ticket, "companies"))
                .singleElement()
                .satisfies(made -> assertThat(made.toObjectId()).isEqualTo(company))
                .satisfies(made -> assertThat(made.labels()).containsExactlyInAnyOrder("Reported by", "Paid by"));
    }
}
