// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.simulator.Client.Reply;
import io.github.camelhubspot.simulator.crm.SimulatedRecord;

import static org.assertj.core.api.Assertions.assertThat;

/** Creating, reading, updating, archiving and listing records. */
class ObjectsTest extends SimulatorTest {

    @Test
    void createAnswersTheRecordWithItsLocation() throws IOException {
        simulator.clock().stopAt(Instant.parse("2026-01-01T00:00:00Z"));

        Reply reply = client.post(COMPANIES, "{\"properties\":{\"name\":\"Acme\",\"numberofemployees\":17}}");

        assertThat(reply.status()).isEqualTo(201);
        String id = reply.text("/id");
        assertThat(reply.header("Location")).isEqualTo(simulator.baseUrl() + COMPANIES + "/" + id);
        assertThat(reply.text("/properties/name")).isEqualTo("Acme");
        assertThat(reply.at("/properties/numberofemployees").isTextual()).isTrue();
        assertThat(reply.text("/properties/numberofemployees")).isEqualTo("17");
        assertThat(reply.text("/properties/hs_object_id")).isEqualTo(id);
        assertThat(reply.text("/createdAt")).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(reply.at("/archived").asBoolean(true)).isFalse();
        assertThat(reply.text("/url")).endsWith("/record/0-2/" + id);
        assertThat(crm.record("companies", id))
                .get()
                .extracting(one -> one.property("name"))
                .isEqualTo("Acme");
    }

    @Test
    void decimalsAreStoredAsWritten() throws IOException {
        Reply reply = client.post(COMPANIES, "{\"properties\":{\"name\":\"A\",\"annualrevenue\":12345678901.25}}");

        assertThat(reply.text("/properties/annualrevenue")).isEqualTo("12345678901.25");
    }

    @ParameterizedTest
    @ValueSource(strings = {"companies", "company", "0-2"})
    void namesAndIdsMeanTheSameType(String name) throws IOException {
        SimulatedRecord acme = company("Acme");

        assertThat(client.get("/crm/v3/objects/" + name + "/" + acme.id()).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/crm/v3/objects", "/crm/objects/2025-09", "/crm/objects/2026-03", "/crm/objects/2026-09"})
    void everyVersionHasTheSameRecords(String base) throws IOException {
        Reply created = client.post(base + "/companies", "{\"properties\":{\"name\":\"Acme\"}}");

        assertThat(created.status()).isEqualTo(201);
        assertThat(client.get(base + "/companies/" + created.text("/id")).status())
                .isEqualTo(200);
    }

    @Test
    void unknownTypesAreRefusedInTwoWays() throws IOException {
        Reply word = client.get("/crm/v3/objects/widgets");
        Reply id = client.get("/crm/v3/objects/0-9999");

        assertThat(word.status()).isEqualTo(400);
        assertThat(word.text("/message")).isEqualTo("Unable to infer object type from: widgets");
        assertThat(word.body().has("category")).isFalse();
        assertThat(id.text("/message")).isEqualTo("Invalid object or event type id: 0-9999");
    }

    @Test
    void customObjectsHaveAnIdAndAFullyQualifiedName() throws IOException {
        String type = crm.defineObjectType(
                        "machine", io.github.camelhubspot.simulator.schema.PropertyDefinition.string("serial"))
                .id();
        String body = "{\"properties\":{\"serial\":\"x1\"}}";

        assertThat(type).startsWith("2-");
        assertThat(client.post("/crm/v3/objects/" + type, body).status()).isEqualTo(201);
        assertThat(client.post("/crm/v3/objects/p62515_machine", body).status()).isEqualTo(201);
        assertThat(client.post("/crm/v3/objects/machine", body).status()).isEqualTo(400);
    }

    @Test
    void readsBringTheDefaultPropertiesAndNullForEmptyOnes() throws IOException {
        JsonNode properties = client.get(COMPANIES + "/" + company("Acme").id()).at("/properties");

        List<String> names = new ArrayList<>();
        properties.fieldNames().forEachRemaining(names::add);
        assertThat(names).containsExactly("createdate", "domain", "hs_lastmodifieddate", "hs_object_id", "name");
        assertThat(properties.get("domain").isNull()).isTrue();
    }

    @Test
    void requestedPropertiesMayBeAListOrRepeatedAndUnknownOnesAreDropped() throws IOException {
        SimulatedRecord acme = crm.create("companies", Map.of("name", "Acme", "city", "Oslo"));

        JsonNode properties = client.get(COMPANIES + "/" + acme.id() + "?properties=city,phone&properties=nonsense")
                .at("/properties");

        assertThat(properties.get("city").asText()).isEqualTo("Oslo");
        assertThat(properties.get("phone").isNull()).isTrue();
        assertThat(properties.has("nonsense")).isFalse();
        assertThat(properties.has("name")).isFalse();
        assertThat(properties.has("hs_object_id")).isTrue();
    }

    @Test
    void historyIsNewestFirst() throws IOException {
        SimulatedRecord acme = company("Acme");
        simulator.clock().advance(Duration.ofMinutes(1));
        client.patch(COMPANIES + "/" + acme.id(), "{\"properties\":{\"name\":\"Acme 2\"}}");

        JsonNode versions = client.get(COMPANIES + "/" + acme.id() + "?propertiesWithHistory=name")
                .at("/propertiesWithHistory/name");

        assertThat(versions).hasSize(2);
        assertThat(versions.get(0).get("value").asText()).isEqualTo("Acme 2");
        assertThat(versions.get(1).get("value").asText()).isEqualTo("Acme");
        assertThat(versions.get(0).has("timestamp")).isTrue();
    }

    @Test
    void updateAnswersWhatItWroteAndMovesTheModifiedDate() throws IOException {
        SimulatedRecord acme = company("Acme");
        simulator.clock().advance(Duration.ofHours(1));

        Reply reply = client.patch(
                COMPANIES + "/" + acme.id(), "{\"properties\":{\"city\":\"Oslo\"},\"objectWriteTraceId\":\"t1\"}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("/properties/city")).isEqualTo("Oslo");
        assertThat(reply.text("/objectWriteTraceId")).isEqualTo("t1");
        assertThat(reply.body().at("/properties").has("name")).isFalse();
        SimulatedRecord now = crm.record("companies", acme.id()).orElseThrow();
        assertThat(now.updatedAt()).isAfterOrEqualTo(acme.updatedAt().plus(Duration.ofHours(1)));
        assertThat(now.property("name")).isEqualTo("Acme");
    }

    @Test
    void updateWithoutPropertiesIsRefused() throws IOException {
        Reply reply = client.patch(COMPANIES + "/" + company("Acme").id(), "{\"properties\":{}}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("/message")).isEqualTo("No properties found to update, please provide at least one.");
        assertThat(reply.text("/context/properties/0")).isEqualTo("{}");
    }

    @Test
    void emptyTextClearsAndNullDoesNothing() throws IOException {
        SimulatedRecord acme = crm.create("companies", Map.of("name", "Acme", "city", "Oslo", "state", "East"));

        client.patch(COMPANIES + "/" + acme.id(), "{\"properties\":{\"city\":\"\",\"state\":null}}");

        SimulatedRecord now = crm.record("companies", acme.id()).orElseThrow();
        assertThat(now.property("city")).isNull();
        assertThat(now.property("state")).isEqualTo("East");
    }

    @Test
    void recordsAreFoundByAUniqueProperty() throws IOException {
        SimulatedRecord ann = contact("ann@example.com");

        Reply found = client.get(CONTACTS + "/Ann@Example.com?idProperty=email");
        Reply updated =
                client.patch(CONTACTS + "/ann@example.com?idProperty=email", "{\"properties\":{\"city\":\"Rome\"}}");

        assertThat(found.text("/id")).isEqualTo(ann.id());
        assertThat(updated.text("/id")).isEqualTo(ann.id());
        assertThat(crm.record("contacts", ann.id()).orElseThrow().property("city"))
                .isEqualTo("Rome");
    }

    @Test
    void aPropertyThatIsNotUniqueIdentifiesNothing() throws IOException {
        Reply reply = client.get(COMPANIES + "/1?idProperty=hs_object_id");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("/message"))
                .isEqualTo(
                        "Unable to perform update/upsert by non-unique 0-2 property hs_object_id in portal ID 62515");
    }

    @Test
    void unknownRecordsAreNotFound() throws IOException {
        Reply number = client.get(COMPANIES + "/424242");
        Reply word = client.get(COMPANIES + "/acme");

        assertThat(number.status()).isEqualTo(404);
        assertThat(number.text("/message")).isEqualTo("resource not found");
        assertThat(number.text("/category")).isEqualTo("OBJECT_NOT_FOUND");
        assertThat(word.status()).isEqualTo(404);
        assertThat(word.text("/message")).isEqualTo("Object not found.  objectId are usually numeric.");
        assertThat(word.text("/context/id/0")).isEqualTo("acme");
    }

    @Test
    void archivedRecordsAreFoundOnlyWhenAskedFor() throws IOException {
        SimulatedRecord acme = company("Acme");

        assertThat(client.delete(COMPANIES + "/" + acme.id()).status()).isEqualTo(204);
        assertThat(client.delete(COMPANIES + "/" + acme.id()).status()).isEqualTo(204);
        assertThat(client.delete(COMPANIES + "/424242").status()).isEqualTo(204);

        assertThat(client.get(COMPANIES + "/" + acme.id()).status()).isEqualTo(404);
        Reply archived = client.get(COMPANIES + "/" + acme.id() + "?archived=true");
        assertThat(archived.at("/archived").asBoolean()).isTrue();
        assertThat(archived.body().has("archivedAt")).isTrue();
        assertThat(crm.archivedRecords("companies")).hasSize(1);
        assertThat(client.get(COMPANIES).at("/results")).isEmpty();
        assertThat(client.get(COMPANIES + "?archived=true").at("/results")).hasSize(1);
    }

    @Test
    void listsPageUntilPagingIsAbsent() throws IOException {
        for (int i = 0; i < 25; i++) {
            company("Company " + i);
        }

        List<String> names = new ArrayList<>();
        String after = "";
        int pages = 0;
        while (after != null) {
            Reply page = client.get(COMPANIES + (after.isEmpty() ? "" : "?after=" + after));
            page.at("/results")
                    .forEach(one -> names.add(one.at("/properties/name").asText()));
            after = page.text("/paging/next/after");
            pages++;
        }

        assertThat(pages).isEqualTo(3);
        assertThat(names).hasSize(25).doesNotHaveDuplicates().startsWith("Company 0", "Company 1");
        assertThat(client.get(COMPANIES + "?limit=25").body().has("paging")).isFalse();
    }

    @Test
    void listLimitsAreHeld() throws IOException {
        assertThat(client.get(COMPANIES + "?limit=100").status()).isEqualTo(200);
        assertThat(client.get(COMPANIES + "?limit=101").status()).isEqualTo(400);
        assertThat(client.get(COMPANIES + "?limit=50&propertiesWithHistory=name")
                        .status())
                .isEqualTo(200);
        assertThat(client.get(COMPANIES + "?limit=51&propertiesWithHistory=name")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void newContactsGetValuesFromHubSpot() throws IOException {
        JsonNode properties = client.post(CONTACTS, "{\"properties\":{\"email\":\"Ann@Example.com\"}}")
                .at("/properties");

        assertThat(properties.get("email").asText()).isEqualTo("ann@example.com");
        assertThat(properties.get("lifecyclestage").asText()).isEqualTo("lead");
        assertThat(properties.get("hs_is_contact").asText()).isEqualTo("true");
        assertThat(properties.has("lastmodifieddate")).isTrue();
        assertThat(properties.has("hs_lastmodifieddate")).isFalse();
    }

    @Test
    void theLifecycleGoesForwardOnly() throws IOException {
        SimulatedRecord ann = contact("ann@example.com");
        String path = CONTACTS + "/" + ann.id();

        client.patch(path, "{\"properties\":{\"lifecyclestage\":\"customer\"}}");
        client.patch(path, "{\"properties\":{\"lifecyclestage\":\"subscriber\"}}");
        assertThat(crm.record("contacts", ann.id()).orElseThrow().property("lifecyclestage"))
                .isEqualTo("customer");

        client.patch(path, "{\"properties\":{\"lifecyclestage\":\"\"}}");
        client.patch(path, "{\"properties\":{\"lifecyclestage\":\"subscriber\"}}");
        assertThat(crm.record("contacts", ann.id()).orElseThrow().property("lifecyclestage"))
                .isEqualTo("subscriber");
    }
}
