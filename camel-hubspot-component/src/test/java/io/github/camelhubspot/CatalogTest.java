// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.api.Json;
import io.github.camelhubspot.api.OperationCatalogue;
import io.github.camelhubspot.api.OptionNames;

import static org.assertj.core.api.Assertions.assertThat;

/** What Camel's tooling knows of the component is what the component does, and every URI that we print is valid. */
class CatalogTest {

    private static final DefaultCamelCatalog CATALOG = new DefaultCamelCatalog();
    private static JsonNode json;

    @BeforeAll
    static void addComponent() throws IOException {
        try (InputStream in = CatalogTest.class.getResourceAsStream("/META-INF/io/github/camelhubspot/hubspot.json")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            json = Json.MAPPER.readTree(text);
            CATALOG.addComponent("hubspot", HubSpotComponent.class.getName(), text);
        }
    }

    @Test
    void theGeneratedConfigurersAreThere() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            HubSpotComponent component = context.getComponent("hubspot", HubSpotComponent.class);
            assertThat(component.getComponentPropertyConfigurer().getClass().getSimpleName())
                    .isEqualTo("HubSpotComponentConfigurer");
            assertThat(component.getEndpointPropertyConfigurer().getClass().getSimpleName())
                    .isEqualTo("HubSpotEndpointConfigurer");
        }
    }

    @Test
    void theCatalogListsTheResourcesAndOperationsOfTheCatalogue() {
        assertThat(enumOf("resource")).containsExactlyInAnyOrderElementsOf(OperationCatalogue.resources());
        assertThat(enumOf("operation"))
                .containsExactlyInAnyOrderElementsOf(OperationCatalogue.rows()
                        .filter(row -> !row.uses(OptionNames.METHOD))
                        .map(ApiOperation::name)
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    @Test
    void everyOptionOfTheCatalogueIsAnOptionOfTheEndpoint() {
        Set<String> known = new LinkedHashSet<>();
        json.path("properties").fieldNames().forEachRemaining(known::add);
        assertThat(OperationCatalogue.rows().flatMap(row -> row.options().stream()))
                .allMatch(known::contains);
    }

    @Test
    void secretsAreMarked() {
        assertThat(json.at("/properties/accessToken/secret").asBoolean()).isTrue();
        assertThat(json.at("/componentProperties/accessToken/secret").asBoolean())
                .isTrue();
    }

    @Test
    void everyHeaderHasOurPrefixAndNoneIsBothReadAndSet() {
        json.path("headers").fieldNames().forEachRemaining(name -> assertThat(name)
                .startsWith("CamelHubSpot"));
        json.path("headers")
                .forEach(header -> assertThat(header.path("description").asText())
                        .matches("(In|Out|On what rejectedUri gets): .*"));
    }

    static List<PrintedUris.Printed> printedUris() throws IOException {
        return PrintedUris.all();
    }

    @ParameterizedTest
    @MethodSource("printedUris")
    void everyUriThatWePrintIsValid(PrintedUris.Printed printed) throws Exception {
        EndpointValidationResult result = CATALOG.validateEndpointProperties(printed.uri(), false, false, true);
        assertThat(result.isSuccess())
                .as("%s in %s: %s", printed.uri(), printed.file(), result.summaryErrorMessage(false))
                .isTrue();

        Map<String, String> read = CATALOG.endpointProperties(printed.uri());
        String[] path = printed.uri()
                .replaceFirst("^hubspot:", "")
                .replaceFirst("\\?.*", "")
                .split("/");
        assertThat(read).containsEntry("resource", path[0]);
        assertThat(path).hasSizeLessThanOrEqualTo(2);
        if (path.length == 2) {
            assertThat(read).containsEntry("objectType", path[1]);
        }
        // A Kamelet's operation is a property of it.
        if (read.containsKey("operation") && !read.get("operation").startsWith("{{")) {
            OperationCatalogue.checkOptions(
                    OperationCatalogue.find(read.get("resource"), read.get("operation")), read.keySet());
        }
    }

    @Test
    void optionsBelowParametersAreFoundInYamlFilesKameletsAndPages() throws IOException {
        assertThat(PrintedUris.all())
                .extracting(PrintedUris.Printed::toString)
                .anyMatch(printed -> printed.contains("listings.yaml") && printed.contains("onConflict=skip"))
                .anyMatch(printed -> printed.contains("objects-sink.kamelet.yaml") && printed.contains("operation={{"))
                .anyMatch(printed -> printed.contains("resume-a-file.md") && printed.contains("onConflict=skip"));
    }

    @Test
    void urisAreFoundInTheReadme() throws IOException {
        assertThat(PrintedUris.all())
                .filteredOn(printed -> printed.file().endsWith("README.md"))
                .hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void theShortFormOfAssociationsReadsTheTypesAsOnePathPart() throws Exception {
        // Camel's catalog knows one path part after the resource; that is why docs write toObjectType.
        assertThat(CATALOG.endpointProperties("hubspot:associations/tickets/companies?operation=put"))
                .containsEntry("objectType", "tickets/companies")
                .doesNotContainKey(OptionNames.TO_OBJECT_TYPE);
    }

    @Test
    void theReadmesTableIsTheCatalogue() throws IOException {
        Map<String, List<String>> printed = new LinkedHashMap<>();
        PrintedUris.readme()
                .lines()
                .map(RESOURCE_ROW::matcher)
                .filter(Matcher::matches)
                .forEach(row -> printed.put(
                        row.group(1),
                        CODE.matcher(row.group(2))
                                .results()
                                .map(code -> code.group(1))
                                .toList()));

        Map<String, List<String>> expected = new LinkedHashMap<>();
        OperationCatalogue.rows()
                .filter(row -> !OperationCatalogue.namedByMethod(row.resource()))
                .forEach(row -> expected.computeIfAbsent(row.resource(), resource -> new ArrayList<>())
                        .add(row.name()));
        expected.put("raw", List.of());
        assertThat(printed).isEqualTo(expected);
    }

    private static final Pattern RESOURCE_ROW = Pattern.compile("\\| `(\\w+)` \\| (.*) \\|");
    private static final Pattern CODE = Pattern.compile("`(\\w+)`");

    private static List<String> enumOf(String option) {
        return StreamSupport.stream(
                        json.path("properties").path(option).path("enum").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
