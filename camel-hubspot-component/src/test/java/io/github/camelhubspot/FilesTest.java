// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Files are uploaded from whatever has their content, found, and deleted. */
class FilesTest extends SimulatorTestSupport {

    private static final String UPLOAD = "hubspot:files?operation=upload&folderPath=/reports";

    @TempDir
    Path folder;

    private Map<?, ?> uploaded(String uri, Object body, Map<String, Object> headers) {
        Exchange exchange = send(uri, body, headers);
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeader(HubSpotConstants.RESULT_ID)).isNotNull();
        return exchange.getMessage().getBody(Map.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v3", "2026-03", "2026-09"})
    void theContentIsTheBody(String version) throws IOException {
        Path file = Files.writeString(folder.resolve("figures.csv"), "a,b");
        String uri = UPLOAD + "&apiVersion=" + version;

        assertThat(uploaded(uri, file, Map.of()).get("path").toString()).startsWith("/reports/figures");
        assertThat(uploaded(uri + "&fileName=bytes.csv", new byte[] {1, 2}, Map.of())
                        .get("name"))
                .isEqualTo("bytes");
        assertThat(uploaded(
                                uri,
                                new ByteArrayInputStream("x".getBytes(StandardCharsets.UTF_8)),
                                Map.of(Exchange.FILE_NAME, "some/where/stream.txt"))
                        .get("name"))
                .isEqualTo("stream");
        assertThat(uploaded(uri + "&fileName=text.txt", "a text", Map.of()).get("access"))
                .isEqualTo("PRIVATE");
    }

    @Test
    void aFileOfARouteKeepsItsName() throws Exception {
        Files.writeString(folder.resolve("quarter.txt"), "good");
        MockEndpoint end = getMockEndpoint("mock:end");
        end.expectedMessageCount(1);

        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("file:" + folder + "?noop=true&initialDelay=0").to(UPLOAD).to("mock:end");
            }
        });

        end.assertIsSatisfied();
        assertThat(end.getExchanges().get(0).getMessage().getBody(Map.class).get("name"))
                .isEqualTo("quarter");
    }

    @Test
    void hubSpotsOwnPartsMayBeGivenAsAMap() {
        Map<?, ?> file = uploaded(
                "hubspot:files?operation=upload",
                new HashMap<>(Map.of(
                        "file",
                        Map.of("fileName", "logo.svg", "content", "<svg/>"),
                        "folderPath",
                        "/logos",
                        "options",
                        Map.of("access", "PUBLIC_NOT_INDEXABLE", "overwrite", true))),
                Map.of());

        assertThat(file.get("access")).isEqualTo("PUBLIC_NOT_INDEXABLE");
        assertThat(file.get("path").toString()).startsWith("/logos/logo");
    }

    @Test
    void filesAreReadFoundSignedAndDeleted() {
        String id = uploaded(UPLOAD + "&fileName=figures.csv", "a,b", Map.of())
                .get("id")
                .toString();

        assertThat(request("hubspot:files?operation=get&objectId=" + id, null, Map.class)
                        .get("extension"))
                .isEqualTo("csv");
        assertThat((Iterable<?>) request("hubspot:files?operation=search&parameter.name=figures", null, Iterable.class))
                .hasSize(1);
        assertThat(request("hubspot:files?operation=signedUrl&objectId=" + id, null, Map.class)
                        .get("url")
                        .toString())
                .startsWith("http");
        assertThat(send("hubspot:files?operation=delete&objectId=" + id, null).getException())
                .isNull();
        assertThat(send("hubspot:files?operation=get&notFound=empty&objectId=" + id, null)
                        .getMessage()
                        .getBody())
                .isNull();
    }

    @Test
    void aFileWithoutANameIsToldBeforeTheCall() {
        assertThat(send(UPLOAD, "a text").getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("fileName")
                .hasMessageContaining("CamelFileName");
        assertThat(send(UPLOAD + "&fileName=a.txt", null).getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("content");
        assertThat(List.copyOf(calls())).isEmpty();
    }
}
