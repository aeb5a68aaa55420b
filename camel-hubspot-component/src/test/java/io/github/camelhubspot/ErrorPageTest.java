// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.github.camelhubspot.client.FailureKind;

import static org.assertj.core.api.Assertions.assertThat;

/** Every message names a section of the page {@code docs/errors.md} that is there. */
class ErrorPageTest extends SimulatorTestSupport {

    @ParameterizedTest
    @EnumSource(FailureKind.class)
    void everyKindOfFailureHasItsSection(FailureKind kind) throws IOException {
        assertHasSection(kind.docs());
    }

    @Test
    void aRefusalNamesItsSection() {
        Exchange exchange = send("hubspot:objects/companies?operation=create", Map.of("unknown", "x"));

        assertThat(exchange.getException()).hasMessageContaining("(docs: errors.md#validation)");
    }

    @Test
    void aWriteThatWasDoneAndCannotBeReadNamesTheSectionOfThoseThatMayBe() {
        Exchange exchange = send(
                "hubspot:objects/companies?operation=create&outputType=class&outputClass=java.time.Instant",
                Map.of("name", "Acme"));

        assertThat(exchange.getException())
                .isInstanceOf(HubSpotAmbiguousWriteException.class)
                .hasMessageContaining("(docs: errors.md#ambiguous)");
    }

    @Test
    void aBatchNamesItsSection() throws IOException {
        Exchange exchange = send("hubspot:objects/companies?operation=batchCreate", List.of(Map.of("unknown", "x")));

        assertThat(exchange.getException()).hasMessageContaining("(docs: errors.md#batch)");
        assertHasSection("errors.md#batch");
    }

    private static void assertHasSection(String name) throws IOException {
        String[] parts = name.split("#");
        assertThat(Files.readString(Path.of("../docs", parts[0]))).contains("\n## " + parts[1] + "\n");
    }
}
