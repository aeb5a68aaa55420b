// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.filestocrm;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.ToDefinition;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The URIs of the routes against the component's catalog: they are valid, and read as they are meant. */
class RouteUrisTest {

    private final CamelCatalog catalog = new DefaultCamelCatalog();

    @Test
    void theCatalogReadsEveryHubSpotUriAsItIsMeant() throws Exception {
        catalog.addComponent("hubspot", "io.github.camelhubspot.HubSpotComponent", componentJson());
        List<Map<String, String>> read = new ArrayList<>();
        for (String uri : hubSpotUris()) {
            assertThat(catalog.validateEndpointProperties(uri).isSuccess())
                    .as(catalog.validateEndpointProperties(uri).summaryErrorMessage(false))
                    .isTrue();
            read.add(new TreeMap<>(catalog.endpointProperties(uri)));
        }

        String byExternalId = "external_id";
        assertThat(read)
                .containsExactlyInAnyOrder(
                        of("resource", "objects", "objectType", "companies", "operation", "batchCreate")
                                .and("idProperty", byExternalId, "onConflict", "skip")
                                .and("rejectedUri", "direct:rejectedInput"),
                        of("resource", "objects", "objectType", "contacts", "operation", "batchCreate")
                                .and("idProperty", byExternalId, "onConflict", "skip")
                                .and("rejectedUri", "direct:rejectedInput"),
                        of("resource", "objects", "objectType", "0-420", "operation", "create")
                                .and("idProperty", byExternalId, "onConflict", "skip"),
                        of("resource", "objects", "objectType", "companies", "operation", "batchGet")
                                .and("idProperty", byExternalId, "batchFailure", "report"),
                        of("resource", "objects", "objectType", "tickets", "operation", "create")
                                .and("idProperty", byExternalId, "onConflict", "skip"),
                        of("resource", "objects", "objectType", "tickets", "operation", "get")
                                .and("idProperty", byExternalId),
                        of("resource", "objects", "objectType", "tickets", "operation", "update")
                                .and("idProperty", byExternalId),
                        of("resource", "associations", "objectType", "tickets", "operation", "put")
                                .and("toObjectType", "companies", "associationLabel", "Reported by"),
                        of("resource", "associations", "objectType", "tickets", "operation", "put")
                                .and("toObjectType", "companies", "associationLabel", "Reported by")
                                .and("labelMode", "add"),
                        of("resource", "associations", "objectType", "tickets", "operation", "labels")
                                .and("toObjectType", "companies"),
                        of("resource", "associations", "objectType", "tickets", "operation", "createLabel")
                                .and("toObjectType", "companies"),
                        of("resource", "properties", "operation", "get", "objectId", "external_id")
                                .and("notFound", "empty"),
                        of("resource", "properties", "operation", "get"),
                        of("resource", "properties", "operation", "create"));
    }

    private static Reading of(String... pairs) {
        return new Reading().and(pairs);
    }

    /** The options of one URI by name. */
    private static final class Reading extends TreeMap<String, String> {
        private static final long serialVersionUID = 1L;

        Reading and(String... pairs) {
            for (int i = 0; i < pairs.length; i += 2) {
                put(pairs[i], pairs[i + 1]);
            }
            return this;
        }
    }

    private static String componentJson() throws IOException {
        try (InputStream json =
                RouteUrisTest.class.getResourceAsStream("/META-INF/io/github/camelhubspot/hubspot.json")) {
            return new String(json.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> hubSpotUris() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            for (Resource file :
                    PluginHelper.getPackageScanResourceResolver(context).findResources("camel/*.yaml")) {
                PluginHelper.getRoutesLoader(context).loadRoutes(file);
            }
            List<String> uris = new ArrayList<>();
            for (RouteDefinition route : context.getRouteDefinitions()) {
                ProcessorDefinitionHelper.filterTypeInOutputs(route.getOutputs(), ToDefinition.class).stream()
                        .map(ToDefinition::getUri)
                        .filter(uri -> uri.startsWith("hubspot:"))
                        .forEach(uris::add);
            }
            return uris;
        }
    }
}
