// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.api.Json;
import io.github.camelhubspot.api.OperationCatalogue;

import static org.assertj.core.api.Assertions.assertThat;

/** What the Kamelets tell of themselves is complete and agrees with the component. */
class KameletDefinitionsTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\??(\\w+)}}");

    private record Kamelet(String file, String text, JsonNode tree) {
        JsonNode definition() {
            return tree.at("/spec/definition");
        }

        String resource() {
            Matcher uri = Pattern.compile("hubspot:(\\w+)/").matcher(text);
            return uri.find() ? uri.group(1) : null;
        }

        @Override
        public String toString() {
            return file;
        }
    }

    static List<Kamelet> kamelets() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target/classes/kamelets"))) {
            return files.sorted().map(KameletDefinitionsTest::read).toList();
        }
    }

    private static Kamelet read(Path file) {
        try {
            String text = Files.readString(file);
            Object tree =
                    new Load(LoadSettings.builder().setAllowDuplicateKeys(false).build()).loadFromString(text);
            return new Kamelet(file.getFileName().toString(), text, Json.MAPPER.valueToTree(tree));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void thereAreThree() throws IOException {
        assertThat(kamelets())
                .extracting(Kamelet::file)
                .containsExactly(
                        "hubspot-associations-sink.kamelet.yaml",
                        "hubspot-object-action.kamelet.yaml",
                        "hubspot-objects-sink.kamelet.yaml");
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void itsMetadataIsComplete(Kamelet kamelet) {
        JsonNode metadata = kamelet.tree().path("metadata");
        String name = metadata.path("name").asText();
        assertThat(kamelet.tree().path("apiVersion").asText()).isEqualTo("camel.apache.org/v1");
        assertThat(kamelet.tree().path("kind").asText()).isEqualTo("Kamelet");
        assertThat(kamelet.file()).isEqualTo(name + ".kamelet.yaml");
        assertThat(name)
                .endsWith("-"
                        + metadata.path("labels")
                                .path("camel.apache.org/kamelet.type")
                                .asText());
        for (String annotation : List.of("support.level", "icon", "group", "namespace")) {
            assertThat(metadata.path("annotations")
                            .path("camel.apache.org/kamelet." + annotation)
                            .asText())
                    .as(annotation)
                    .isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void itNamesTheArtifactInTheVersionOfTheBuild(Kamelet kamelet) throws IOException {
        Matcher version = Pattern.compile("<version>([^<]+)</version>\\s*</parent>")
                .matcher(Files.readString(Path.of("pom.xml")));
        assertThat(version.find()).isTrue();

        assertThat(kamelet.tree().at("/spec/dependencies"))
                .extracting(JsonNode::asText)
                .contains("mvn:io.github.camelhubspot:camel-hubspot:" + version.group(1));
        assertThat(kamelet.text()).doesNotContain("@project");
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void everyPropertyIsDescribedAndUsed(Kamelet kamelet) {
        Set<String> used = new TreeSet<>();
        Matcher placeholders = PLACEHOLDER.matcher(kamelet.text());
        while (placeholders.find()) {
            used.add(placeholders.group(1));
        }
        Set<String> defined = new TreeSet<>();
        kamelet.definition().path("properties").properties().forEach(property -> {
            defined.add(property.getKey());
            for (String field : List.of("title", "description", "type")) {
                assertThat(property.getValue().path(field).asText())
                        .as("%s of %s", field, property.getKey())
                        .isNotBlank();
            }
        });
        assertThat(used).isEqualTo(defined);
        assertThat(kamelet.definition().path("required"))
                .allSatisfy(required -> assertThat(defined).contains(required.asText()));
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void whatMayBeLeftOutIsOptionalInTheTemplate(Kamelet kamelet) {
        List<String> required = Json.MAPPER.convertValue(
                kamelet.definition().path("required"),
                Json.MAPPER.getTypeFactory().constructCollectionType(List.class, String.class));
        kamelet.definition().path("properties").properties().forEach(property -> {
            boolean given =
                    required.contains(property.getKey()) || property.getValue().has("default");
            assertThat(kamelet.text())
                    .contains(given ? "{{" + property.getKey() + "}}" : "{{?" + property.getKey() + "}}");
        });
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void secretsAreMarkedForForms(Kamelet kamelet) {
        JsonNode token = kamelet.definition().at("/properties/accessToken");
        assertThat(token.path("format").asText()).isEqualTo("password");
        assertThat(token.path("x-descriptors"))
                .extracting(JsonNode::asText)
                .contains("urn:alm:descriptor:com.tectonic.ui:password");
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void itsChoicesAreThoseOfTheComponent(Kamelet kamelet) throws IOException {
        JsonNode options = catalog().path("properties");
        kamelet.definition().path("properties").properties().forEach(property -> {
            List<String> choices = texts(property.getValue().path("enum"));
            List<String> known = property.getKey().equals("operation")
                    ? OperationCatalogue.operations(kamelet.resource()).values().stream()
                            .map(ApiOperation::name)
                            .toList()
                    : texts(options.path(property.getKey()).path("enum"));
            assertThat(options.has(property.getKey())).as(property.getKey()).isTrue();
            if (property.getKey().equals("operation")) {
                assertThat(known).containsAll(choices);
            } else {
                assertThat(choices).as(property.getKey()).containsExactlyElementsOf(known);
            }
        });
    }

    private static List<String> texts(JsonNode array) {
        return Json.MAPPER.convertValue(
                array.isMissingNode() ? Json.MAPPER.createArrayNode() : array,
                Json.MAPPER.getTypeFactory().constructCollectionType(List.class, String.class));
    }

    private static JsonNode catalog() throws IOException {
        try (InputStream in =
                KameletDefinitionsTest.class.getResourceAsStream("/META-INF/io/github/camelhubspot/hubspot.json")) {
            return Json.MAPPER.readTree(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
