// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.springboot;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.configurationmetadata.ConfigurationMetadataProperty;
import org.springframework.boot.configurationmetadata.ConfigurationMetadataRepositoryJsonBuilder;
import org.springframework.boot.configurationmetadata.ValueHint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The metadata for IDEs, read by Spring's own reader, against the catalog of the component's jar. */
class MetadataTest {

    private static final String PREFIX = "camel.component.hubspot.";

    private static JsonNode catalog;
    private static Map<String, ConfigurationMetadataProperty> metadata;

    @BeforeAll
    static void read() throws IOException {
        try (InputStream json = resource("/META-INF/io/github/camelhubspot/hubspot.json")) {
            catalog = new ObjectMapper().readTree(json).path("componentProperties");
        }
        // The starter's own among those of the class path.
        String file = HubSpotAutoConfiguration.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                + "META-INF/spring-configuration-metadata.json";
        try (InputStream json = URI.create(file).toURL().openStream()) {
            metadata = ConfigurationMetadataRepositoryJsonBuilder.create(json)
                    .build()
                    .getAllProperties();
        }
    }

    @Test
    void everyOptionOfTheComponentIsThereAndNothingElse() {
        Set<String> names = catalog.properties().stream()
                .map(option -> PREFIX + dashed(option.getKey()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(names).hasSizeGreaterThan(50).contains(PREFIX + "use-global-ssl-context-parameters");
        names.add(PREFIX + "enabled");
        names.add(PREFIX + "customizer.enabled");

        assertThat(metadata.keySet()).containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void descriptionsAndDefaultsAreThoseOfTheCatalog() {
        catalog.properties().forEach(option -> {
            ConfigurationMetadataProperty property = metadata.get(PREFIX + dashed(option.getKey()));
            JsonNode catalogued = option.getValue();
            assertThat(property.getDescription())
                    .startsWith(catalogued.path("description").asText());
            assertThat(property.isDeprecated())
                    .isEqualTo(catalogued.path("deprecated").asBoolean());
            assertThat(String.valueOf(property.getDefaultValue()))
                    .isEqualTo(catalogued.path("defaultValue").asText("null"));
        });
    }

    @Test
    void typesAreThoseOfValuesInAFile() {
        assertThat(type("max-retries")).isEqualTo("java.lang.Integer");
        assertThat(type("max-results")).isEqualTo("java.lang.Long");
        assertThat(type("skip-blanks")).isEqualTo("java.lang.Boolean");
        assertThat(type("connect-timeout")).isEqualTo("java.time.Duration");
        assertThat(type("batch-failure")).isEqualTo("java.lang.String");
        assertThat(type("parameters")).startsWith("java.util.Map<");
        assertThat(type("token-provider")).isEqualTo("io.github.camelhubspot.HubSpotTokenProvider");
        assertThat(metadata.values())
                .allSatisfy(property -> Class.forName(property.getType().replaceAll("<.*", "")));
    }

    @Test
    void theValuesOfAChoiceAreOffered() {
        catalog.properties().forEach(option -> {
            ConfigurationMetadataProperty property = metadata.get(PREFIX + dashed(option.getKey()));
            assertThat(property.getHints().getValueHints())
                    .extracting(ValueHint::getValue)
                    .map(Object::toString)
                    .isEqualTo(option.getValue()
                            .path("enum")
                            .valueStream()
                            .map(JsonNode::asText)
                            .toList());
        });
        assertThat(metadata.get(PREFIX + "on-conflict").getHints().getValueHints())
                .extracting(ValueHint::getValue)
                .containsExactly("fail", "update", "skip");
    }

    private static String type(String name) {
        return metadata.get(PREFIX + name).getType();
    }

    private static String dashed(String option) {
        return option.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static InputStream resource(String name) {
        return MetadataTest.class.getResourceAsStream(name);
    }
}
