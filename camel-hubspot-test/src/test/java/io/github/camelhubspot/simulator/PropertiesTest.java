// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator;

import java.io.IOException;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhubspot.simulator.Client.Reply;
import io.github.camelhubspot.simulator.schema.PropertyDefinition;

import static org.assertj.core.api.Assertions.assertThat;

/** Property definitions over the API. */
class PropertiesTest extends SimulatorTest {

    private static final String PROPERTIES = "/crm/v3/properties/companies";

    private static String definition(String name, String more) {
        return "{\"name\":\"" + name
                + "\",\"label\":\"Label\",\"type\":\"string\",\"fieldType\":\"text\",\"groupName\":"
                + "\"companyinformation\"" + more + "}";
    }

    @ParameterizedTest
    @ValueSource(strings = {PROPERTIES, "/crm/properties/2026-03/companies"})
    void listAndGetHubSpotsOwn(String path) throws IOException {
        assertThat(client.get(path).at("/results").size()).isGreaterThan(30);

        Reply industry = client.get(path + "/industry");

        assertThat(industry.text("/type")).isEqualTo("enumeration");
        assertThat(industry.at("/hubspotDefined").asBoolean()).isTrue();
        assertThat(industry.at("/options").size()).isGreaterThan(100);
        assertThat(industry.text("/options/0/value")).isEqualTo("ACCOUNTING");
        assertThat(client.get(path + "/hs_object_id")
                        .at("/modificationMetadata/readOnlyValue")
                        .asBoolean())
                .isTrue();
        assertThat(client.get(path + "/nonsense").status()).isEqualTo(404);
    }

    @Test
    void aCreatedPropertyTakesValuesAtOnce() throws IOException {
        Reply created = client.post(PROPERTIES, definition("external_id", ",\"hasUniqueValue\":true"));

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Location")).endsWith("/external_id");
        assertThat(created.at("/hasUniqueValue").asBoolean()).isTrue();
        String company = "{\"properties\":{\"name\":\"n\",\"external_id\":\"x1\"}}";
        assertThat(client.post(COMPANIES, company).status()).isEqualTo(201);
        assertThat(client.post(COMPANIES, company).status()).isEqualTo(400);
        assertThat(crm.property("companies", "external_id")).isPresent();
    }

    @Test
    void refusalsOfACreate() throws IOException {
        Reply exists = client.post(PROPERTIES, definition("name", ""));
        Reply badName = client.post(PROPERTIES, definition("Name", ""));
        Reply badType = client.post(PROPERTIES, definition("x", "").replace("\"string\"", "\"text\""));
        Reply noLabel = client.post(PROPERTIES, definition("x", "").replace("label", "title"));
        Reply noGroup = client.post(PROPERTIES, definition("x", "").replace("companyinformation", "nowhere"));

        assertThat(exists.status()).isEqualTo(409);
        assertThat(exists.text("/category")).isEqualTo("OBJECT_ALREADY_EXISTS");
        assertThat(exists.text("/subCategory")).isEqualTo("Properties.PROPERTY_WITH_NAME_EXISTS");
        assertThat(exists.text("/message")).isEqualTo("A property named 'name' already exists.");
        assertThat(badName.status()).isEqualTo(400);
        assertThat(badType.status()).isEqualTo(400);
        assertThat(noLabel.text("/message")).endsWith("Some required fields were not set: [label]");
        assertThat(noGroup.status()).isEqualTo(400);
    }

    @Test
    void updateReplacesOptionsAndIgnoresWhatIsFixed() throws IOException {
        crm.defineProperty("companies", PropertyDefinition.enumeration("size", "S", "M"));

        Reply reply = client.patch(
                PROPERTIES + "/size",
                "{\"label\":\"Size\",\"hasUniqueValue\":true,\"options\":[{\"label\":\"Large\",\"value\":\"L\"}]}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("/label")).isEqualTo("Size");
        assertThat(reply.at("/options")).hasSize(1);
        assertThat(reply.at("/hasUniqueValue").asBoolean(true)).isFalse();
        assertThat(client.post(COMPANIES, "{\"properties\":{\"name\":\"n\",\"size\":\"S\"}}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void anArchivedPropertyCanBeRevivedWithItsValues() throws IOException {
        client.post(PROPERTIES, definition("nickname", ""));
        String id =
                crm.create("companies", Map.of("name", "n", "nickname", "nick")).id();

        assertThat(client.delete(PROPERTIES + "/nickname").status()).isEqualTo(204);
        assertThat(client.get(PROPERTIES + "/nickname").status()).isEqualTo(404);
        assertThat(client.get(PROPERTIES + "/nickname?archived=true")
                        .at("/archived")
                        .asBoolean())
                .isTrue();
        assertThat(client.get(COMPANIES + "/" + id + "?properties=nickname")
                        .at("/properties")
                        .has("nickname"))
                .isFalse();

        assertThat(client.post(PROPERTIES, definition("nickname", "")).status()).isEqualTo(201);
        assertThat(client.get(COMPANIES + "/" + id + "?properties=nickname").text("/properties/nickname"))
                .isEqualTo("nick");
    }

    @Test
    void batches() throws IOException {
        Reply created = client.post(
                PROPERTIES + "/batch/create",
                "{\"inputs\":[" + definition("one", "") + "," + definition("name", "") + "]}");
        Reply read = client.post(
                PROPERTIES + "/batch/read", "{\"archived\":false,\"inputs\":[{\"name\":\"one\"},{\"name\":\"two\"}]}");
        Reply archived =
                client.post(PROPERTIES + "/batch/archive", "{\"inputs\":[{\"name\":\"one\"},{\"name\":\"nonsense\"}]}");

        assertThat(created.status()).isEqualTo(207);
        assertThat(created.at("/results")).hasSize(1);
        assertThat(created.text("/errors/0/category")).isEqualTo("OBJECT_ALREADY_EXISTS");
        assertThat(read.status()).isEqualTo(207);
        assertThat(read.text("/results/0/name")).isEqualTo("one");
        assertThat(archived.status()).isEqualTo(204);
        assertThat(crm.property("companies", "one")).isEmpty();
    }

    @Test
    void groups() throws IOException {
        String groups = PROPERTIES + "/groups";

        assertThat(client.post(groups, "{\"name\":\"mine\",\"label\":\"Mine\"}").status())
                .isEqualTo(201);
        assertThat(client.post(groups, "{\"name\":\"mine\",\"label\":\"Mine\"}").status())
                .isEqualTo(409);
        assertThat(client.patch(groups + "/mine", "{\"label\":\"Ours\"}").text("/label"))
                .isEqualTo("Ours");
        assertThat(client.get(groups + "/mine").text("/label")).isEqualTo("Ours");
        assertThat(client.get(groups).at("/results").size()).isGreaterThan(1);
        assertThat(client.delete(groups + "/mine").status()).isEqualTo(204);
        Reply full = client.delete(groups + "/companyinformation");
        assertThat(full.status()).isEqualTo(400);
        assertThat(full.text("/message")).startsWith("{");
    }
}
