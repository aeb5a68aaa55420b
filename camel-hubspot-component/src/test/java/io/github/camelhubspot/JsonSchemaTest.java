// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;

import io.github.camelhubspot.api.Json;
import io.github.camelhubspot.simulator.schema.PropertyDefinition;
import io.github.camelhubspot.simulator.schema.PropertyOption;

import static org.assertj.core.api.Assertions.assertThat;

/** The properties of an object type as a JSON Schema, which another's validator reads. */
class JsonSchemaTest extends SimulatorTestSupport {

    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    @BeforeEach
    void define() {
        define(PropertyDefinition.checkboxes("colours", "red", "light.blue"));
        define(PropertyDefinition.date("founded_on"));
        define(PropertyDefinition.datetime("seen_at"));
        define(PropertyDefinition.number("score").readOnly().withLabel("Score").withDescription("0 to 100"));
        define(PropertyDefinition.enumeration("size")
                .withOptions(List.of(new PropertyOption("S", "Small", "Up to ten", 0, false))));
    }

    private void define(PropertyDefinition definition) {
        simulator().crm().defineProperty("companies", definition);
    }

    private JsonNode schema() {
        return request("hubspot:properties/companies?operation=jsonSchema&outputType=json", null, JsonNode.class);
    }

    private static List<String> faults(JsonNode schema, Object properties) {
        JsonSchema validator = FACTORY.getSchema(schema);
        return validator
                .validate(Json.MAPPER.valueToTree(properties), context -> context.getExecutionConfig()
                        .setFormatAssertionsEnabled(true))
                .stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "v3,/crm/v3/properties/companies",
        "2026-03,/crm/properties/2026-03/companies",
        "2026-09,/crm/properties/2026-09/companies"
    })
    void itIsMadeOfTheDefinitions(String version, String path) {
        Map<?, ?> schema =
                request("hubspot:properties/companies?operation=jsonSchema&apiVersion=" + version, null, Map.class);

        assertThat(lastCall().path()).isEqualTo(path);
        assertThat(schema.get("$schema")).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(schema.get("title")).isEqualTo("companies");
        assertThat(schema.get("additionalProperties")).isEqualTo(false);
        assertThat(schema.containsKey("required")).isFalse();
        Map<?, ?> properties = (Map<?, ?>) schema.get("properties");
        assertThat((Map<?, ?>) properties.get("score"))
                .isEqualTo(Map.of(
                        "title",
                        "Score",
                        "description",
                        "0 to 100",
                        "readOnly",
                        true,
                        "type",
                        List.of("number", "string", "null"),
                        "pattern",
                        ((Map<?, ?>) properties.get("annualrevenue")).get("pattern")));
        assertThat(((Map<?, ?>) properties.get("size")).get("oneOf").toString())
                .startsWith("[{const=S, title=Small, description=Up to ten}");
        assertThat(((Map<?, ?>) properties.get("name")).get("maxLength")).isEqualTo(65_536);
    }

    @Test
    void aRecordThatHubSpotGivesIsValid() {
        String id = simulator()
                .crm()
                .create(
                        "companies",
                        Map.of(
                                "name", "Acme",
                                "annualrevenue", "5.50",
                                "is_public", "true",
                                "industry", "BANKING",
                                "colours", "red;light.blue",
                                "founded_on", "2025-12-31",
                                "size", "S",
                                "hubspot_owner_id", "4711",
                                "seen_at", "2025-12-31T10:00:00Z"))
                .id();
        JsonNode schema = schema();
        String names = String.join(
                ",",
                schema.path("properties")
                        .propertyStream()
                        .map(Map.Entry::getKey)
                        .toList());

        JsonNode record = request(
                "hubspot:objects/companies?operation=get&outputType=json&properties=" + names, id, JsonNode.class);

        assertThat(record.path("properties").size()).isGreaterThan(30);
        assertThat(faults(schema, record.path("properties"))).isEmpty();
    }

    @Test
    void aRecordThatTheComponentTakesIsValid() {
        Map<String, Object> record = Map.of(
                "name",
                "Acme",
                "annualrevenue",
                5.5,
                "is_public",
                true,
                "colours",
                List.of("red", "light.blue"),
                "founded_on",
                "2025-12-31",
                "hubspot_owner_id",
                4711,
                "size",
                "");

        assertThat(faults(schema(), record)).isEmpty();
        assertThat(send("hubspot:objects/companies?operation=create&validate=strict", record)
                        .getException())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "nmae,A",
        "annualrevenue,much",
        "is_public,yes",
        "industry,banking",
        "colours,red;lightxblue",
        "founded_on,31.12.2025",
        "seen_at,yesterday"
    })
    void whatHubSpotWouldRefuseIsNot(String property, String value) {
        assertThat(faults(schema(), Map.of(property, value))).isNotEmpty();
    }
}
