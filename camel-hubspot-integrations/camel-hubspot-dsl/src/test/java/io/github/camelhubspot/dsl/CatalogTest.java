// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.dsl;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.github.camelhubspot.dsl.HubSpotEndpointBuilderFactory.AdvancedHubSpotEndpointBuilder;
import io.github.camelhubspot.dsl.HubSpotEndpointBuilderFactory.HubSpotEndpointBuilder;
import io.github.camelhubspot.dsl.HubSpotEndpointBuilderFactory.HubSpotHeaderNameBuilder;
import io.github.camelhubspot.dsl.HubspotComponentBuilderFactory.HubspotComponentBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/** The builders against the catalog of the component's jar: they know what it knows, and nothing else. */
class CatalogTest {

    private static JsonNode catalog;

    @BeforeAll
    static void readCatalog() throws IOException {
        try (InputStream json =
                CatalogTest.class.getResourceAsStream("/META-INF/io/github/camelhubspot/hubspot.json")) {
            catalog = new ObjectMapper().readTree(json);
        }
    }

    @Test
    void theEndpointBuildersHaveEveryOption() {
        Set<String> options = catalog.path("properties").properties().stream()
                .filter(option -> option.getValue().path("kind").asText().equals("parameter"))
                .map(option -> option.getKey())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(options).contains("operation", "idProperty", "accessToken", "maxRetries");
        Set<String> builders = methods(HubSpotEndpointBuilder.class, AdvancedHubSpotEndpointBuilder.class);
        builders.removeAll(Set.of("advanced", "basic"));
        assertThat(builders).isEqualTo(options);
    }

    @Test
    void theComponentBuilderHasEveryOption() {
        Set<String> options = new TreeSet<>();
        catalog.path("componentProperties").fieldNames().forEachRemaining(options::add);

        assertThat(options).contains("configuration", "healthCheckProducerEnabled", "accessToken");
        assertThat(methods(HubspotComponentBuilder.class)).isEqualTo(options);
    }

    @Test
    void everyHeaderHasItsName() throws ReflectiveOperationException {
        Set<String> headers = new TreeSet<>();
        catalog.path("headers").fieldNames().forEachRemaining(headers::add);

        HubSpotHeaderNameBuilder names = new HubSpotEndpointBuilderFactory.HubSpotBuilders() {}.hubspot();
        Set<String> named = new TreeSet<>();
        for (Method method : HubSpotHeaderNameBuilder.class.getDeclaredMethods()) {
            if (method.getReturnType() == String.class) {
                named.add((String) method.invoke(names));
            }
        }
        assertThat(headers).contains("CamelHubSpotObjectId", "CamelHubSpotResultId");
        assertThat(named).isEqualTo(headers);
    }

    private static Set<String> methods(Class<?>... builders) {
        return Stream.of(builders)
                .flatMap(builder -> Stream.of(builder.getDeclaredMethods()))
                .filter(method -> !method.isSynthetic())
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
