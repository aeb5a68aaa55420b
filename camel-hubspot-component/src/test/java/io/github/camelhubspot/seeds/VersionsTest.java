// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.seeds;

import java.util.List;
import java.util.Map;

import org.apache.camel.Exchange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhubspot.batch.BatchResult;
import io.github.camelhubspot.simulator.HubSpotSimulator;
import io.github.camelhubspot.simulator.schema.PropertyDefinition;

import static io.github.camelhubspot.seeds.RequestAssert.assertThatRequest;
import static org.assertj.core.api.Assertions.assertThat;

/** The calls of the seed pages in the dated versions of the API: other paths, everything else the same. */
class VersionsTest extends SeedTestSupport {

    private static final String RECORD = "{\"properties\": {\"hs_name\": \"Ö\"}}";

    private static final CannedAnswer STORED = CannedAnswer.json(201, """
            {
              "archived": false,
              "createdAt": "2019-10-30T03:30:17.883Z",
              "id": "512",
              "properties": {},
              "updatedAt": "2019-12-07T16:50:06.678Z",
              "warnings": [{"category": "PROPERTY_VALUE_NORMALIZED", "message": "normalized", "context": {}}]
            }
            """);

    @ParameterizedTest
    @ValueSource(strings = {"2026-03", "2026-09"})
    void createAListing(String version) {
        server.answers(STORED);

        Exchange exchange = call("hubspot:objects/0-420?operation=create&apiVersion=" + version, RECORD);

        assertThatRequest(server.onlyRequest())
                .is("POST", "/crm/objects/" + version + "/0-420")
                .hasNoQuery()
                .hasTheHeadersOfThePage(TOKEN)
                .hasJson(RECORD);
        assertThat(((Map<?, ?>) exchange.getMessage().getBody()).get("warnings"))
                .isEqualTo(List.of(
                        Map.of("category", "PROPERTY_VALUE_NORMALIZED", "message", "normalized", "context", Map.of())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03", "2026-09"})
    void createATicket(String version) {
        server.answers(STORED);

        call("hubspot:objects/ticket?operation=create&apiVersion=" + version, RECORD);

        assertThatRequest(server.onlyRequest())
                .is("POST", "/crm/objects/" + version + "/tickets")
                .hasNoQuery()
                .hasTheHeadersOfThePage(TOKEN)
                .hasJson(RECORD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03", "2026-09"})
    void updateACompany(String version) {
        server.answers(STORED);

        call(
                "hubspot:objects/companies?operation=update&idProperty=external_id&apiVersion=" + version,
                RECORD,
                Map.of("CamelHubSpotObjectId", "2026-03/x"));

        assertThatRequest(server.onlyRequest())
                .is("PATCH", "/crm/objects/" + version + "/companies/2026-03%2Fx")
                .hasQuery("idProperty=external_id")
                .hasTheHeadersOfThePage(TOKEN)
                .hasJson(RECORD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03", "2026-09"})
    void createCompaniesInABatch(String version) {
        server.answers(CannedAnswer.json(
                201, "{\"results\": [{\"id\": \"512\", \"properties\": {}}], \"status\": \"COMPLETE\"}"));

        call(
                "hubspot:objects/companies?operation=batchCreate&apiVersion=" + version,
                "[{\"properties\": {\"name\": \"Ö\"}, \"objectWriteTraceId\": \"row-1\"}]");

        assertThatRequest(server.onlyRequest())
                .is("POST", "/crm/objects/" + version + "/companies/batch/create")
                .hasNoQuery()
                .hasTheHeadersOfThePage(TOKEN)
                .hasJson("{\"inputs\": [{\"properties\": {\"name\": \"Ö\"}, \"objectWriteTraceId\": \"row-1\"}]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03", "2026-09"})
    void putAnAssociation(String version) {
        server.answers(CannedAnswer.json(201, """
                        {
                          "fromObjectTypeId": "0-5",
                          "fromObjectId": "11",
                          "toObjectTypeId": "0-2",
                          "toObjectId": "22",
                          "labels": []
                        }
                        """));
        String types = "[{\"associationCategory\": \"HUBSPOT_DEFINED\", \"associationTypeId\": 123}]";

        Exchange exchange = call(
                "hubspot:associations/tickets?toObjectType=companies&operation=put&apiVersion=" + version,
                types,
                Map.of("CamelHubSpotObjectId", "11", "CamelHubSpotToObjectId", "22"));

        assertThatRequest(server.onlyRequest())
                .is("PUT", "/crm/objects/" + version + "/tickets/11/associations/companies/22")
                .hasNoQuery()
                .hasTheHeadersOfThePage(TOKEN)
                .hasJson(types);
        assertThat(exchange.getMessage().getBody())
                .isEqualTo(Map.of(
                        "fromObjectTypeId", "0-5",
                        "fromObjectId", "11",
                        "toObjectTypeId", "0-2",
                        "toObjectId", "22",
                        "labels", List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v3", "2026-03", "2026-09"})
    void writeRecordsInTheSimulator(String version) {
        HubSpotSimulator simulator = useSimulator();
        simulator
                .crm()
                .defineProperty(
                        "companies", PropertyDefinition.string("external_id").unique());
        String option = "&apiVersion=" + version;

        call("hubspot:objects/0-420?operation=create" + option, RECORD);
        call(
                "hubspot:objects/tickets?operation=create" + option,
                Map.of("subject", "Broken", "hs_pipeline_stage", "1"));
        Exchange batch = call(
                "hubspot:objects/companies?operation=batchCreate" + option,
                List.of(Map.of("name", "First", "external_id", "C 1/2"), Map.of("name", "Second")));
        call(
                "hubspot:objects/companies?operation=update&idProperty=external_id" + option,
                Map.of("external_id", "C 1/2", "name", "Premier"));

        assertThat(batch.getMessage().getBody(BatchResult.class).succeeded()).isEqualTo(2);
        assertThat(simulator.crm().records("0-420"))
                .extracting(listing -> listing.property("hs_name"))
                .containsExactly("Ö");
        assertThat(simulator.crm().records("tickets"))
                .extracting(ticket -> ticket.property("subject"))
                .containsExactly("Broken");
        assertThat(simulator.crm().records("companies"))
                .extracting(company -> company.property("name"))
                .containsExactlyInAnyOrder("Premier", "Second");
    }
}
