// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.api.Json;
import io.github.camelhubspot.api.OperationCatalogue;

import static org.assertj.core.api.Assertions.assertThat;

/** The page {@code docs/reference.md} is what the catalogs say. */
class ReferenceTest {

    private static final Path PAGE = Path.of("../docs/reference.md");
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
    void thePageIsUpToDate() throws IOException {
        String text = new ReferencePage(catalog).text();
        if (Boolean.getBoolean(UPDATE)) {
            Files.writeString(PAGE, text);
        }
        assertThat(PAGE)
                .as(
                        "docs/reference.md differs from the catalogs; write it anew with: mvn -pl camel-hubspot-component -am"
                                + " -Dtest=ReferenceTest -Dsurefire.failIfNoSpecifiedTests=false -D" + UPDATE
                                + "=true test")
                .hasContent(text);
    }

    @Test
    void everyOptionHeaderAndOperationIsOnThePage() {
        String text = new ReferencePage(catalog).text();
        catalog.path("componentProperties").fieldNames().forEachRemaining(name -> {
            if (!name.equals("configuration")) {
                assertThat(text).contains("| `" + name + "` |");
            }
        });
        catalog.path("properties").fieldNames().forEachRemaining(name -> assertThat(text)
                .contains("| `" + name + "` |"));
        catalog.path("headers").fieldNames().forEachRemaining(name -> assertThat(text)
                .contains("| `" + name + "` |"));
        assertThat(OperationCatalogue.rows())
                .allSatisfy(row -> assertThat(text).contains("### " + row.resource() + " " + row.name() + "\n"));
    }
}
