// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.simulator.Client.Reply;
import io.github.camelhubspot.simulator.schema.PropertyDefinition;

import static org.assertj.core.api.Assertions.assertThat;

/** Five calls as HubSpot's reference shows them, with the example values of its pages. */
class SeedPagesTest extends SimulatorTest {

    private static final String EXAMPLE_PROPERTIES = """
            {
              "property_checkbox": "false",
              "property_date": "1572480000000",
              "property_dropdown": "choice_b",
              "property_multiple_checkboxes": "chocolate;strawberry",
              "property_number": "17",
              "property_radio": "option_1",
              "property_string": "value"
            }""";

    @BeforeEach
    void defineExampleProperties() {
        for (String type : List.of("listings", "tickets", "companies")) {
            crm.defineProperty(type, PropertyDefinition.bool("property_checkbox"));
            crm.defineProperty(type, PropertyDefinition.date("property_date"));
            crm.defineProperty(type, PropertyDefinition.enumeration("property_dropdown", "choice_a", "choice_b"));
            crm.defineProperty(
                    type,
                    PropertyDefinition.checkboxes(
                            "property_multiple_checkboxes", "chocolate", "strawberry", "vanilla"));
            crm.defineProperty(type, PropertyDefinition.number("property_number"));
            crm.defineProperty(
                    type,
                    PropertyDefinition.enumeration("property_radio", "option_1").withFieldType("radio"));
            crm.defineProperty(type, PropertyDefinition.string("property_string"));
        }
    }

    private static String withExamples(String... more) {
        String rest = more.length == 0 ? "" : String.join(",", more) + ",";
        return "{" + rest + EXAMPLE_PROPERTIES.substring(1);
    }

    private static String association(String toId, int typeId) {
        return "[{\"to\":{\"id\":\"" + toId + "\"},\"types\":[{\"associationCategory\":\"HUBSPOT_DEFINED\","
                + "\"associationTypeId\":" + typeId + "}]}]";
    }

    private static void assertSimplePublicObject(JsonNode answer) {
        assertThat(answer.get("archived").isBoolean()).isTrue();
        assertThat(answer.get("archived").asBoolean()).isFalse();
        assertThat(answer.get("id").isTextual()).isTrue();
        assertThat(Instant.parse(answer.get("createdAt").asText())).isNotNull();
        assertThat(Instant.parse(answer.get("updatedAt").asText())).isNotNull();
        assertThat(answer.has("archivedAt")).isFalse();
        JsonNode properties = answer.get("properties");
        assertThat(properties.get("property_checkbox").asText()).isEqualTo("false");
        assertThat(properties.get("property_date").asText()).isEqualTo("1572480000000");
        assertThat(properties.get("property_dropdown").asText()).isEqualTo("choice_b");
        assertThat(properties.get("property_multiple_checkboxes").asText()).isEqualTo("chocolate;strawberry");
        assertThat(properties.get("property_number").asText()).isEqualTo("17");
        assertThat(properties.get("property_radio").asText()).isEqualTo("option_1");
        assertThat(properties.get("property_string").asText()).isEqualTo("value");
        properties.forEach(value -> assertThat(value.isTextual()).isTrue());
    }

    @Test
    void createAListing() throws IOException {
        String ann = contact("ann@example.com").id();
        int typeId = client.get("/crm/v4/associations/0-420/contacts/labels")
                .at("/results/0/typeId")
                .asInt();

        Reply reply = client.post(
                "/crm/v3/objects/0-420",
                "{\"associations\":" + association(ann, typeId) + ",\"properties\":"
                        + withExamples("\"hs_name\":\"House\"") + "}");

        assertThat(reply.status()).isEqualTo(201);
        assertSimplePublicObject(reply.body());
        assertThat(reply.body().has("url")).isTrue();
        assertThat(crm.links("listings", reply.text("/id"), "contacts")).hasSize(1);
    }

    @Test
    void createATicket() throws IOException {
        String acme = company("Acme").id();

        Reply reply = client.post(
                "/crm/v3/objects/tickets",
                "{\"associations\":" + association(acme, 339) + ",\"properties\":"
                        + withExamples("\"subject\":\"s\"", "\"hs_pipeline_stage\":\"1\"") + "}");

        assertThat(reply.status()).isEqualTo(201);
        assertSimplePublicObject(reply.body());
        assertThat(crm.links("tickets", reply.text("/id"), "companies")).hasSize(1);
    }

    @Test
    void updateARecordByIdOrUniqueProperty() throws IOException {
        crm.defineProperty("companies", PropertyDefinition.string("external_id").unique());
        String id = crm.create("companies", Map.of("name", "Acme", "external_id", "x1"))
                .id();
        String body = "{\"properties\":" + EXAMPLE_PROPERTIES + "}";

        Reply byId = client.patch("/crm/v3/objects/companies/" + id, body);
        Reply byProperty = client.patch("/crm/v3/objects/companies/x1?idProperty=external_id", body);

        for (Reply reply : List.of(byId, byProperty)) {
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.text("/id")).isEqualTo(id);
            assertSimplePublicObject(reply.body());
        }
    }

    @Test
    void createABatchOfCompanies() throws IOException {
        String ann = contact("ann@example.com").id();

        Reply reply = client.post(
                "/crm/v3/objects/companies/batch/create",
                "{\"inputs\":[{\"associations\":" + association(ann, 280) + ",\"properties\":"
                        + withExamples("\"name\":\"Acme\"") + ",\"objectWriteTraceId\":\"trace\"}]}");

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.text("/status")).isEqualTo("COMPLETE");
        for (String time : List.of("/startedAt", "/completedAt", "/requestedAt")) {
            assertThat(Instant.parse(reply.text(time))).isNotNull();
        }
        assertThat(reply.at("/links").isObject()).isTrue();
        assertThat(reply.at("/results")).hasSize(1);
        assertSimplePublicObject(reply.at("/results/0"));
        assertThat(reply.text("/results/0/objectWriteTraceId")).isEqualTo("trace");
        assertThat(crm.links("companies", reply.text("/results/0/id"), "contacts"))
                .hasSize(1);
    }

    @Test
    void linkTwoRecords() throws IOException {
        String ticket = ticket("s").id();
        String acme = company("Acme").id();
        String path = "/crm/v4/objects/tickets/" + ticket + "/associations/companies/" + acme;

        Reply reply = client.put(path, "[{\"associationCategory\":\"HUBSPOT_DEFINED\",\"associationTypeId\":26}]");

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.at("/createdResourceId").isTextual()).isTrue();
        assertThat(reply.text("/entity/fromObjectId")).isEqualTo(ticket);
        assertThat(reply.text("/entity/fromObjectTypeId")).isEqualTo("0-5");
        assertThat(reply.text("/entity/labels/0")).isEqualTo("Primary");
        assertThat(reply.text("/entity/toObjectId")).isEqualTo(acme);
        assertThat(reply.text("/entity/toObjectTypeId")).isEqualTo("0-2");
        assertThat(reply.text("/location")).isEqualTo(simulator.baseUrl() + path);
    }
}
