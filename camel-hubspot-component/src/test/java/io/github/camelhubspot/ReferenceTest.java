// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.api.Json;
import io.github.camelhubspot.api.OperationCatalogue;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages {@code docs/reference.md} and {@code docs/reference/…} are what the catalogs say. */
class ReferenceTest {

    private static final Path DOCS = Path.of("../docs");
    private static final String UPDATE = "reference.update";

    private static JsonNode catalog;

    @BeforeAll
    static void read() throws IOException {
        try (InputStream in =
                ReferenceTest.class.getResourceAsStream("/META-INF/io/github/camelhubspot/hubspot.json")) {
            catalog = Json.MAPPER.readTree(in);
        }
    }

    @Test
    void thePagesAreUpToDate() throws IOException {
        Map<String, String> pages = ReferencePage.pages(catalog);
        if (Boolean.getBoolean(UPDATE)) {
            Files.createDirectories(DOCS.resolve("reference"));
            for (Map.Entry<String, String> page : pages.entrySet()) {
                Files.writeString(DOCS.resolve(page.getKey()), page.getValue());
            }
        }
        pages.forEach((name, text) -> assertThat(DOCS.resolve(name))
                .as(
                        "docs/%s differs from the catalogs; write it anew with: mvn -pl camel-hubspot-component -am"
                                + " -Dtest=ReferenceTest -Dsurefire.failIfNoSpecifiedTests=false -D%s=true test",
                        name, UPDATE)
                .hasContent(text));
        try (Stream<Path> files = Files.list(DOCS.resolve("reference"))) {
            assertThat(files.map(file -> "reference/" + file.getFileName())).isSubsetOf(pages.keySet());
        }
    }

    @Test
    void everyOptionAndHeaderIsOnThePage() throws IOException {
        String text = ReferencePage.pages(catalog).get("reference.md");
        catalog.path("componentProperties").fieldNames().forEachRemaining(name -> {
            if (!name.equals("configuration")) {
                assertThat(text).contains("| `" + name + "` |");
            }
        });
        catalog.path("properties").fieldNames().forEachRemaining(name -> assertThat(text)
                .contains("| `" + name + "` |"));
        catalog.path("headers").fieldNames().forEachRemaining(name -> assertThat(text)
                .contains("| `" + name + "` |"));
    }

    @Test
    void everyOperationIsOnThePageOfItsResource() throws IOException {
        Map<String, String> pages = ReferencePage.pages(catalog);
        assertThat(OperationCatalogue.rows())
                .allSatisfy(row -> assertThat(pages.get("reference/" + row.resource() + ".md"))
                        .contains("### " + row.name() + "\n", "```yaml", "```java"));
    }
}
