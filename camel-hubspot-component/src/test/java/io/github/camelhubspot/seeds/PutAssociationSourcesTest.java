// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.seeds;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.camelhubspot.simulator.HubSpotSimulator;

import static io.github.camelhubspot.seeds.RequestAssert.assertThatRequest;
import static org.assertj.core.api.Assertions.assertThat;

/** Seed page 004: where the path's four parts and the types in the body come from. */
class PutAssociationSourcesTest extends SeedTestSupport {

    private static final String PUT = "hubspot:associations/tickets?toObjectType=companies&operation=put";

    private static final Map<String, Object> IDS = Map.of("CamelHubSpotObjectId", "11", "CamelHubSpotToObjectId", "22");

    private static final String TYPES = "[{\"associationCategory\": \"USER_DEFINED\", \"associationTypeId\": 41}]";

    /** A link type as a record class. */
    public record Type(String associationCategory, int associationTypeId) {}

    /** A whole link as a record class. */
    public record Link(String objectType, long objectId, String toObjectType, long toObjectId, List<Type> types) {}

    @BeforeEach
    void answer() {
        server.answers(CannedAnswer.json(201, """
                        {
                          "createdResourceId": "4711",
                          "entity": {
                            "fromObjectId": "11",
                            "fromObjectTypeId": "0-5",
                            "labels": ["Reported by"],
                            "toObjectId": "22",
                            "toObjectTypeId": "0-2"
                          }
                        }
                        """));
    }

    private void assertSentTheCallOfThePage() {
        assertThatRequest(server.onlyRequest())
                .is("PUT", "/crm/v4/objects/tickets/11/associations/companies/22")
                .hasNoQuery()
                .hasTheHeadersOfThePage(TOKEN)
                .hasJson(TYPES);
    }

    static Stream<Named<Object>> types() {
        Map<String, Object> type = Map.of("associationCategory", "USER_DEFINED", "associationTypeId", "41");
        return Stream.of(
                Named.of("JSON text", TYPES),
                Named.of("byte[]", TYPES.getBytes(StandardCharsets.UTF_8)),
                Named.of("InputStream", new ByteArrayInputStream(TYPES.getBytes(StandardCharsets.UTF_8))),
                Named.of("JsonNode", Json.tree(TYPES)),
                Named.of("list of maps", List.of(type)),
                Named.of("array of maps", new Object[] {type}),
                Named.of("list of record classes", List.of(new Type("USER_DEFINED", 41))),
                Named.of("object with types", Map.of("types", List.of(type))),
                Named.of("JSON text with types", "{\"types\": " + TYPES + "}"));
    }

    @ParameterizedTest
    @MethodSource("types")
    void theTypesFromTheBody(Object body) {
        call(PUT, body, IDS);

        assertSentTheCallOfThePage();
    }

    @Test
    void theIdsFromTheOptions() {
        call(PUT + "&objectId=11&toObjectId=22", TYPES);

        assertSentTheCallOfThePage();
    }

    @Test
    void theIdsFromTheHeadersBeforeThoseOfTheOptions() {
        call(PUT + "&objectId=1&toObjectId=2", TYPES, IDS);

        assertSentTheCallOfThePage();
    }

    @Test
    void theIdsFromTheBody() {
        call(PUT, "{\"objectId\": 11, \"toObjectId\": \"22\", \"types\": " + TYPES + "}");

        assertSentTheCallOfThePage();
    }

    @Test
    void theIdsFromTheBodyInTheFormThatBatchesHave() {
        call(PUT, "{\"from\": {\"id\": 11}, \"to\": {\"id\": \"22\"}, \"types\": " + TYPES + "}");

        assertSentTheCallOfThePage();
    }

    @Test
    void theTypesFromTheOptions() {
        call(
                PUT + "&associationCategory=USER_DEFINED&associationTypeId=41",
                Map.of("subject", "a ticket, which is not read"),
                IDS);

        assertSentTheCallOfThePage();
    }

    @Test
    void theTypesFromTheOptionsWhateverAFileLeftInTheBody() {
        call(
                PUT + "&associationCategory=USER_DEFINED&associationTypeId=41",
                new ByteArrayInputStream("ticket;company\n11;22\n".getBytes(StandardCharsets.UTF_8)),
                IDS);

        assertSentTheCallOfThePage();
    }

    @Test
    void theTypesFromTheHeaders() {
        call(
                PUT,
                "no JSON, and not read",
                Map.of(
                        "CamelHubSpotObjectId",
                        11L,
                        "CamelHubSpotToObjectId",
                        22,
                        "CamelHubSpotAssociationCategory",
                        "USER_DEFINED",
                        "CamelHubSpotAssociationTypeId",
                        41));

        assertSentTheCallOfThePage();
    }

    @Test
    void theTypesFromTheHeadersBeforeThoseOfTheOptions() {
        call(
                PUT + "&associationCategory=HUBSPOT_DEFINED&associationTypeId=339",
                null,
                Map.of(
                        "CamelHubSpotObjectId", "11",
                        "CamelHubSpotToObjectId", "22",
                        "CamelHubSpotAssociationCategory", "USER_DEFINED",
                        "CamelHubSpotAssociationTypeId", "41"));

        assertSentTheCallOfThePage();
    }

    @Test
    void theTypesFromTheBodyBeforeThoseOfHeadersAndOptions() {
        call(
                PUT + "&associationCategory=HUBSPOT_DEFINED&associationTypeId=339",
                TYPES,
                Map.of(
                        "CamelHubSpotObjectId", "11",
                        "CamelHubSpotToObjectId", "22",
                        "CamelHubSpotAssociationTypeId", "340"));

        assertSentTheCallOfThePage();
    }

    @Test
    void theObjectTypesFromTheHeaders() {
        call(
                "hubspot:associations?operation=put",
                TYPES,
                Map.of(
                        "CamelHubSpotObjectType", "tickets",
                        "CamelHubSpotObjectId", "11",
                        "CamelHubSpotToObjectType", "companies",
                        "CamelHubSpotToObjectId", "22"));

        assertSentTheCallOfThePage();
    }

    @Test
    void theObjectTypesFromTheBody() {
        call("hubspot:associations?operation=put", """
                {
                  "objectType": "ticket",
                  "objectId": "11",
                  "toObjectType": "company",
                  "toObjectId": "22",
                  "types": [{"associationCategory": "USER_DEFINED", "associationTypeId": 41}]
                }
                """);

        assertSentTheCallOfThePage();
    }

    @Test
    void allOfItFromARecordClass() {
        call(
                "hubspot:associations?operation=put",
                new Link("tickets", 11, "companies", 22, List.of(new Type("USER_DEFINED", 41))));

        assertSentTheCallOfThePage();
    }

    @Test
    void theObjectTypesOfTheUriBeforeThoseOfTheHeaders() {
        call(
                PUT,
                TYPES,
                Map.of(
                        "CamelHubSpotObjectType", "deals",
                        "CamelHubSpotObjectId", "11",
                        "CamelHubSpotToObjectType", "contacts",
                        "CamelHubSpotToObjectId", "22"));

        assertSentTheCallOfThePage();
    }

    @Test
    void whatTheBodySaysAgainWhereItAgrees() {
        call(PUT, """
                {
                  "objectType": "tickets",
                  "objectId": 11,
                  "toObjectType": "company",
                  "toObjectId": "22",
                  "types": [{"associationCategory": "USER_DEFINED", "associationTypeId": "41"}]
                }
                """, IDS);

        assertSentTheCallOfThePage();
    }

    @Test
    void theTypeOfALabelThatTheBodyNames() {
        HubSpotSimulator simulator = useSimulator();
        String ticket =
                simulator.crm().create("tickets", Map.of("subject", "Broken")).id();
        String company =
                simulator.crm().create("companies", Map.of("name", "Acme")).id();
        int type = simulator
                .crm()
                .defineLabel("tickets", "companies", "reported_by", "Reported by", "Reported")
                .get(0)
                .typeId();

        call(
                PUT,
                Map.of("label", "Reported by"),
                Map.of("CamelHubSpotObjectId", ticket, "CamelHubSpotToObjectId", company));

        assertThat(simulator.calls()).hasSize(2);
        assertThatRequest(ReceivedRequest.of(simulator.calls().get(1)))
                .is("PUT", "/crm/v4/objects/tickets/" + ticket + "/associations/companies/" + company)
                .hasJson("[{\"associationCategory\": \"USER_DEFINED\", \"associationTypeId\": " + type + "}]");
        assertThat(simulator.crm().links("tickets", ticket, "companies"))
                .singleElement()
                .satisfies(link -> assertThat(link.labels()).containsExactly("Reported by"));
    }
}
