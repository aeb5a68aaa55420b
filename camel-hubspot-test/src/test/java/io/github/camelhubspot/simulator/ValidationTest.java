// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator;

import java.io.IOException;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.simulator.Client.Reply;
import io.github.camelhubspot.simulator.crm.SimulatedRecord;
import io.github.camelhubspot.simulator.json.Json;
import io.github.camelhubspot.simulator.schema.PropertyDefinition;

import static org.assertj.core.api.Assertions.assertThat;

/** What values HubSpot takes, and how it refuses the others. */
class ValidationTest extends SimulatorTest {

    private static final String START = "Property values were not valid: ";

    private Reply company(String property, String value) throws IOException {
        return client.post(COMPANIES, "{\"properties\":{\"name\":\"n\",\"" + property + "\":\"" + value + "\"}}");
    }

    @Test
    void theRefusalSaysItTwice() throws IOException {
        Reply reply = company("nonsense", "x");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("/status")).isEqualTo("error");
        assertThat(reply.text("/category")).isEqualTo("VALIDATION_ERROR");
        assertThat(reply.text("/correlationId")).isEqualTo(reply.header("X-HubSpot-Correlation-Id"));
        assertThat(reply.text("/errors/0/message")).isEqualTo("Property \"nonsense\" does not exist");
        assertThat(reply.text("/errors/0/code")).isEqualTo("PROPERTY_DOESNT_EXIST");
        assertThat(reply.text("/errors/0/context/propertyName/0")).isEqualTo("nonsense");
        assertThat(reply.text("/message")).startsWith(START);
        JsonNode inText =
                Json.parse(reply.text("/message").substring(START.length()).getBytes());
        assertThat(inText.at("/0/error").asText()).isEqualTo("PROPERTY_DOESNT_EXIST");
        assertThat(inText.at("/0/name").asText()).isEqualTo("nonsense");
        assertThat(inText.at("/0/isValid").asBoolean(true)).isFalse();
        assertThat(inText.at("/0/portalId").asLong()).isEqualTo(62515);
    }

    @Test
    void everyProblemOfARecordIsNamed() throws IOException {
        Reply reply = client.post(
                COMPANIES, "{\"properties\":{\"nonsense\":\"x\",\"numberofemployees\":\"many\",\"industry\":\"FUN\"}}");

        assertThat(reply.at("/errors")).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "numberofemployees, twelve, INVALID_INTEGER",
        "numberofemployees, '1,000', INVALID_INTEGER",
        "industry, banking, INVALID_OPTION",
        "is_public, yes, INVALID_OPTION",
        "closedate, tomorrow, INVALID_LONG",
        "hs_object_id, 1, READ_ONLY_VALUE",
        "createdate, 2026-01-01, READ_ONLY_VALUE"
    })
    void badValuesHaveTheirCodes(String property, String value, String code) throws IOException {
        Reply reply = company(property, value);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("/errors/0/code")).isEqualTo(code);
        assertThat(crm.records("companies")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "numberofemployees, 12, 12",
        "annualrevenue, -1.50, -1.50",
        "industry, BANKING, BANKING",
        "is_public, true, true",
        "closedate, 2026-01-02, 2026-01-02T00:00:00Z",
        "closedate, 2026-01-02T03:04:05.678+01:00, 2026-01-02T02:04:05.678Z",
        "closedate, 1767312000000, 2026-01-02T00:00:00Z"
    })
    void goodValuesAreStoredInHubSpotsForm(String property, String value, String stored) throws IOException {
        assertThat(company(property, value).text("/properties/" + property)).isEqualTo(stored);
    }

    @ParameterizedTest
    @CsvSource({"ann, false", "a@b, false", "a b@example.com, false", "ann@example.com, true"})
    void emailAddressesAreChecked(String address, boolean valid) throws IOException {
        Reply reply = client.post(CONTACTS, "{\"properties\":{\"email\":\"" + address + "\"}}");

        assertThat(reply.status()).isEqualTo(valid ? 201 : 400);
        if (!valid) {
            assertThat(reply.text("/errors/0/code")).isEqualTo("INVALID_EMAIL");
            assertThat(reply.text("/errors/0/message")).isEqualTo("Email address " + address + " is invalid");
        }
    }

    @Test
    void optionsAreListedInTheRefusal() throws IOException {
        Reply reply = client.post(
                TICKETS,
                "{\"properties\":{\"subject\":\"s\",\"hs_pipeline_stage\":\"1\",\"hs_ticket_priority\":\"ASAP\"}}");

        assertThat(reply.text("/errors/0/message")).contains("ASAP").contains("LOW, MEDIUM, HIGH, URGENT");
    }

    @Test
    void datesAreDaysOrMidnights() throws IOException {
        crm.defineProperty("companies", PropertyDefinition.date("since"));

        assertThat(company("since", "2026-01-02").text("/properties/since")).isEqualTo("2026-01-02");
        assertThat(company("since", "1572480000000").text("/properties/since")).isEqualTo("1572480000000");
        assertThat(company("since", "1572480000001").text("/errors/0/code")).isEqualTo("INVALID_DATE");
        assertThat(company("since", "2026-01-02T03:04:05Z").text("/errors/0/code"))
                .isEqualTo("INVALID_DATE");
        assertThat(company("since", "02.01.2026").text("/errors/0/code")).isEqualTo("INVALID_DATE");
    }

    @ParameterizedTest
    @CsvSource({"1572480000001, 2019-10-31", "2026-01-02T03:04:05Z, 2026-01-02", "1572480000, 2019-10-31"})
    void version202609NormalisesDatesWithAWarning(String raw, String normalized) throws IOException {
        crm.defineProperty("companies", PropertyDefinition.date("since"));

        Reply reply = client.post(
                "/crm/objects/2026-09/companies", "{\"properties\":{\"name\":\"n\",\"since\":\"" + raw + "\"}}");

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.text("/properties/since")).isEqualTo(normalized);
        assertThat(reply.text("/warnings/0/category")).isEqualTo("PROPERTY_VALUE_NORMALIZED");
        assertThat(reply.text("/warnings/0/context/propertyName")).isEqualTo("since");
        assertThat(reply.text("/warnings/0/context/rawValue")).isEqualTo(raw);
        assertThat(reply.text("/warnings/0/context/normalizedValue")).isEqualTo(normalized);
    }

    @Test
    void checkboxesReplaceOrAppend() throws IOException {
        crm.defineProperty("companies", PropertyDefinition.checkboxes("flavours", "chocolate", "strawberry", "mint"));
        SimulatedRecord acme = crm.create("companies", Map.of("name", "n", "flavours", "chocolate;mint"));
        String path = COMPANIES + "/" + acme.id();

        assertThat(client.patch(path, "{\"properties\":{\"flavours\":\";strawberry\"}}")
                        .text("/properties/flavours"))
                .isEqualTo("chocolate;mint;strawberry");
        assertThat(client.patch(path, "{\"properties\":{\"flavours\":\"mint\"}}")
                        .text("/properties/flavours"))
                .isEqualTo("mint");
        assertThat(client.patch(path, "{\"properties\":{\"flavours\":\"mint;rust\"}}")
                        .text("/errors/0/code"))
                .isEqualTo("INVALID_OPTION");
    }

    @ParameterizedTest
    @CsvSource({
        "tickets, hs_pipeline_stage, 1, subject",
        "tickets, subject, s, hs_pipeline_stage",
        "listings, hs_city, Oslo, hs_name",
        "companies, city, Oslo, name",
        "contacts, city, Oslo, email",
        "notes, hs_note_body, text, hs_timestamp"
    })
    void whatIsRequiredMustBeThere(String type, String property, String value, String missing) throws IOException {
        Reply reply =
                client.post("/crm/v3/objects/" + type, "{\"properties\":{\"" + property + "\":\"" + value + "\"}}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("/errors/0/code")).isEqualTo("MISSING_REQUIRED_PROPERTY");
        assertThat(reply.text("/errors/0/context/propertyName/0")).isEqualTo(missing);
    }

    @Test
    void recordRulesHoldFrom202609On() throws IOException {
        crm.defineProperty("companies", PropertyDefinition.string("tax_number").requiredOnCreate());

        assertThat(client.post("/crm/objects/2026-03/companies", "{\"properties\":{\"name\":\"n\"}}")
                        .status())
                .isEqualTo(201);
        Reply reply = client.post("/crm/objects/2026-09/companies", "{\"properties\":{\"name\":\"n\"}}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("/message")).isEqualTo("The property values provided are invalid");
        assertThat(reply.text("/errors/0/code")).isEqualTo("MISSING_REQUIRED_PROPERTY");
        assertThat(reply.text("/errors/0/message")).isEqualTo("A value for tax_number must be provided");
    }

    @Test
    void stagesMustBelongToThePipeline() throws IOException {
        Reply ticket = client.post(TICKETS, "{\"properties\":{\"subject\":\"s\",\"hs_pipeline_stage\":\"closedwon\"}}");
        Reply deal = client.post(
                "/crm/v3/objects/deals", "{\"properties\":{\"dealname\":\"d\",\"dealstage\":\"closedwon\"}}");

        assertThat(ticket.text("/errors/0/code")).isEqualTo("INVALID_OPTION");
        assertThat(deal.status()).isEqualTo(201);
        assertThat(deal.text("/properties/pipeline")).isEqualTo("default");
    }

    @Test
    void aTakenUniqueValueIsRefused() throws IOException {
        crm.defineProperty("companies", PropertyDefinition.string("external_id").unique());
        SimulatedRecord first = crm.create("companies", Map.of("name", "n", "external_id", "x1"));
        SimulatedRecord second = crm.create("companies", Map.of("name", "m", "external_id", "x2"));

        Reply create = company("external_id", "x1");
        Reply update = client.patch(COMPANIES + "/" + second.id(), "{\"properties\":{\"external_id\":\"x1\"}}");
        Reply same = client.patch(COMPANIES + "/" + first.id(), "{\"properties\":{\"external_id\":\"x1\"}}");

        assertThat(create.status()).isEqualTo(400);
        assertThat(create.text("/category")).isEqualTo("VALIDATION_ERROR");
        assertThat(create.text("/errors/0/code")).isEqualTo("CONFLICTING_UNIQUE_VALUE");
        assertThat(create.text("/message")).contains("x1").doesNotContain(first.id());
        assertThat(update.text("/errors/0/code")).isEqualTo("CONFLICTING_UNIQUE_VALUE");
        assertThat(same.status()).isEqualTo(200);
    }

    @Test
    void aTakenEmailNamesTheContactThatHasIt() throws IOException {
        SimulatedRecord ann = contact("ann@example.com");
        SimulatedRecord bob = crm.create(
                "contacts", Map.of("email", "bob@example.com", "hs_additional_emails", "bob@old.example.com"));

        Reply create = client.post(CONTACTS, "{\"properties\":{\"email\":\"Ann@Example.com\"}}");
        Reply secondary = client.post(CONTACTS, "{\"properties\":{\"email\":\"bob@old.example.com\"}}");
        Reply update = client.patch(CONTACTS + "/" + bob.id(), "{\"properties\":{\"email\":\"ann@example.com\"}}");

        assertThat(create.status()).isEqualTo(409);
        assertThat(create.text("/category")).isEqualTo("CONFLICT");
        assertThat(create.text("/message")).isEqualTo("Contact already exists. Existing ID: " + ann.id());
        assertThat(secondary.text("/message")).endsWith(bob.id());
        assertThat(update.status()).isEqualTo(409);
    }

    @Test
    void aSecondaryEmailStillIdentifiesTheContact() throws IOException {
        SimulatedRecord ann = contact("ann@example.com");
        client.patch(
                CONTACTS + "/" + ann.id(),
                "{\"properties\":{\"email\":\"ann@new.example.com\",\"hs_additional_emails\":\"ann@example.com\"}}");

        assertThat(client.get(CONTACTS + "/ann@example.com?idProperty=email").text("/id"))
                .isEqualTo(ann.id());
        assertThat(client.get(CONTACTS + "/ann@new.example.com?idProperty=email")
                        .text("/id"))
                .isEqualTo(ann.id());
    }

    @Test
    void bodiesThatAreNoJsonAreRefusedWithoutACategory() throws IOException {
        Reply broken = client.post(COMPANIES, "{\"properties\":{\"name\" \"x\"}}");
        Reply empty = client.call("POST", COMPANIES, null);
        Reply noProperties = client.post(COMPANIES, "{}");
        Reply nested = client.post(COMPANIES, "{\"properties\":{\"name\":{\"a\":1}}}");

        assertThat(broken.status()).isEqualTo(400);
        assertThat(broken.text("/message")).startsWith("Invalid input JSON on line 1, column ");
        assertThat(broken.body().has("category")).isFalse();
        assertThat(empty.status()).isEqualTo(400);
        assertThat(noProperties.text("/message")).endsWith("Some required fields were not set: [properties]");
        assertThat(nested.status()).isEqualTo(400);
    }
}
