// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhubspot.simulator.Client.Reply;
import io.github.camelhubspot.simulator.crm.SimulatedRecord;
import io.github.camelhubspot.simulator.schema.PropertyDefinition;
import io.github.camelhubspot.simulator.schema.PropertyOption;

import static org.assertj.core.api.Assertions.assertThat;

/** Exports: records that become a file, for a while. */
class ExportsTest extends SimulatorTest {

    private static final String EXPORTS = "/crm/v3/exports/export";
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @BeforeEach
    void stopTheClock() {
        simulator.clock().stopAt(NOON);
    }

    private static String request(String properties, String more) {
        return "{\"exportType\":\"VIEW\",\"format\":\"CSV\",\"exportName\":\"all\",\"language\":\"EN\","
                + "\"objectType\":\"COMPANY\",\"objectProperties\":[" + properties + "]" + more + "}";
    }

    private Reply start(String properties, String more) throws IOException {
        return client.post(EXPORTS + "/async", request(properties, more));
    }

    private Reply status(Reply started) throws IOException {
        return client.get(EXPORTS + "/async/tasks/" + started.text("/id") + "/status");
    }

    private static Reply download(Reply status) throws IOException {
        return Client.send(HttpRequest.newBuilder(URI.create(status.text("/result"))));
    }

    private String file(String properties, String more) throws IOException {
        return download(status(start(properties, more))).raw().body();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/crm/v3/exports", "/crm/exports/2025-09", "/crm/exports/2026-03", "/crm/exports/2026-09"})
    void recordsBecomeAFile(String path) throws IOException {
        String id = crm.create("companies", Map.of("name", "Acme, the \"first\"", "city", "Köln"))
                .id();

        Reply started = client.post(path + "/export/async", request("\"name\",\"city\",\"phone\"", ""));
        Reply status = client.get(path + "/export/async/tasks/" + started.text("/id") + "/status");
        Reply export = client.get(path + "/export/" + started.text("/id"));
        Reply file = download(status);

        assertThat(started.status()).isEqualTo(202);
        assertThat(started.text("/links/status"))
                .endsWith(path + "/export/async/tasks/" + started.text("/id") + "/status");
        assertThat(status.status()).isEqualTo(200);
        assertThat(status.text("/status")).isEqualTo("COMPLETE");
        assertThat(status.text("/requestedAt")).isEqualTo("2026-01-01T12:00:00Z");
        assertThat(status.text("/completedAt")).isEqualTo("2026-01-01T12:00:00Z");
        assertThat(export.text("/exportState")).isEqualTo("DONE");
        assertThat(export.text("/exportName")).isEqualTo("all");
        assertThat(export.text("/exportType")).isEqualTo("VIEW");
        assertThat(export.text("/objectType")).isEqualTo("COMPANY");
        assertThat(export.at("/objectProperties")).hasSize(3);
        assertThat(export.at("/recordCount").asInt()).isEqualTo(1);
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Type")).isEqualTo("text/csv;charset=utf-8");
        assertThat(file.raw().body().lines().skip(1)).containsExactly(id + ",\"Acme, the \"\"first\"\"\",Köln,");
    }

    @Test
    void columnsHaveLabelsUnlessInternalValuesAreAskedFor() throws IOException {
        crm.defineProperty(
                "companies",
                PropertyDefinition.enumeration("rank", "a", "b")
                        .withLabel("Rank of it")
                        .withOptions(List.of(
                                new PropertyOption("a", "First", null, 0, false),
                                new PropertyOption("b", "Second", null, 1, false))));
        String id = crm.create("companies", Map.of("name", "Acme", "rank", "b")).id();

        String labels = file("\"rank\"", "");
        String names = file("\"rank\"", ",\"exportInternalValuesOptions\":[\"NAMES\",\"VALUES\"]");

        assertThat(labels).isEqualTo("Record ID,Rank of it\n" + id + ",Second\n");
        assertThat(names).isEqualTo("hs_object_id,rank\n" + id + ",b\n");
    }

    @Test
    void aViewHasFiltersAndAnOrder() throws IOException {
        company("Beta");
        company("Alpha");
        company("Gamma");
        String view = ",\"publicCrmSearchRequest\":{\"filters\":[{\"propertyName\":\"name\",\"operator\":\"NEQ\","
                + "\"value\":\"Gamma\"}],\"sorts\":[{\"propertyName\":\"name\",\"order\":\"%s\"}]}";

        assertThat(file("\"name\"", view.formatted("ASC")).lines().map(line -> line.replaceAll(".*,", "")))
                .containsExactly("Company name", "Alpha", "Beta");
        assertThat(file("\"name\"", view.formatted("DESC")).lines().map(line -> line.replaceAll(".*,", "")))
                .containsExactly("Company name", "Beta", "Alpha");
        assertThat(start(
                                "\"name\"",
                                ",\"publicCrmSearchRequest\":{\"filters\":[{\"propertyName\":\"nope\","
                                        + "\"operator\":\"EQ\",\"value\":\"1\"}]}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void linkedRecordsAreNamedOnDemand() throws IOException {
        SimulatedRecord acme = company("Acme");
        SimulatedRecord ann = contact("ann@example.com");
        crm.link("companies", acme.id(), "contacts", ann.id());

        String one = file("\"name\"", ",\"associatedObjectType\":\"CONTACT\"");
        String several = file("\"name\"", ",\"associatedObjectType\":[\"CONTACT\",\"DEAL\"]");

        assertThat(one.lines().skip(1)).containsExactly(acme.id() + ",Acme," + ann.id());
        assertThat(several.lines().skip(1)).containsExactly(acme.id() + ",Acme," + ann.id() + ",");
    }

    @Test
    void anExportTakesTheTimeThatTheSettingsSay() throws IOException {
        simulator.settings().exportDuration(Duration.ofMinutes(2));

        Reply started = start("\"name\"", "");
        Reply pending = status(started);
        simulator.clock().advance(Duration.ofMinutes(1));
        Reply processing = status(started);
        Reply second = start("\"name\"", "");
        simulator.clock().advance(Duration.ofMinutes(1));
        Reply complete = status(started);

        assertThat(pending.text("/status")).isEqualTo("PENDING");
        assertThat(processing.text("/status")).isEqualTo("PROCESSING");
        assertThat(processing.body().has("result")).isFalse();
        assertThat(processing.body().has("completedAt")).isFalse();
        assertThat(second.status()).as("one at a time").isEqualTo(429);
        assertThat(second.text("/category")).isEqualTo("RATE_LIMITS");
        assertThat(complete.text("/status")).isEqualTo("COMPLETE");
        assertThat(start("\"name\"", "").status()).isEqualTo(202);
    }

    @Test
    void theAddressOfTheFileDiesAfterFiveMinutes() throws IOException {
        Reply status = status(start("\"name\"", ""));
        String forged = status.text("/result").replaceAll("Signature=.", "Signature=x");
        String lengthened = status.text("/result").replaceAll("Expires=\\d+", "Expires=99999999999");
        String bare = status.text("/result").replaceAll("\\?.*", "");

        simulator.clock().advance(Duration.ofSeconds(299));
        assertThat(download(status).status()).isEqualTo(200);
        for (String address : new String[] {forged, lengthened, bare}) {
            assertThat(Client.send(HttpRequest.newBuilder(URI.create(address))).status())
                    .isEqualTo(403);
        }
        simulator.clock().advance(Duration.ofSeconds(1));
        assertThat(download(status).status()).isEqualTo(403);
    }

    @Test
    void aLargeFileIsPacked() throws IOException, InterruptedException {
        for (int i = 0; i < 31; i++) {
            crm.create("companies", Map.of("name", "x".repeat(65_536)));
        }

        String address = status(start("\"name\"", "")).text("/result");
        HttpResponse<byte[]> packed = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofByteArray());

        assertThat(packed.headers().firstValue("Content-Type")).contains("application/zip");
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(packed.body()))) {
            assertThat(zip.getNextEntry().getName()).endsWith(".csv");
            assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8).lines())
                    .hasSize(32);
        }
    }

    @Test
    void thirtyExportsPassInAnyDay() throws IOException {
        for (int i = 0; i < 30; i++) {
            assertThat(start("\"name\"", "").status()).isEqualTo(202);
            simulator.clock().advance(Duration.ofMinutes(1));
        }

        assertThat(start("\"name\"", "").status()).isEqualTo(429);
        simulator.clock().advance(Duration.ofHours(24).minusMinutes(30));
        assertThat(start("\"name\"", "").status()).as("the first is a day old").isEqualTo(202);
        assertThat(start("\"name\"", "").status()).isEqualTo(429);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exportType | LIST | views only",
                "format | XLSX | CSV only",
                "format | XLS | CSV only",
                "objectType | 9-9 | 9-9",
                "exportName | | [exportName]",
                "exportType | | [exportType]",
                "format | | [format]",
                "objectType | | [objectType]"
            })
    void requestsThatCannotBeCarriedOutAreRefused(String field, String value, String message) throws IOException {
        String body = request("\"name\"", "")
                .replaceAll(
                        "\"" + field + "\":\"\\w+\"",
                        value == null ? "\"x\":\"y\"" : "\"" + field + "\":\"" + value + "\"");

        Reply reply = client.post(EXPORTS + "/async", body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("/message")).contains(message);
    }

    @Test
    void propertiesMustExist() throws IOException {
        Reply unknown = start("\"name\",\"nope\"", "");

        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.text("/context/propertyName/0")).isEqualTo("nope");
        assertThat(client.post(
                                EXPORTS + "/async",
                                "{\"exportType\":\"VIEW\",\"format\":\"CSV\",\"exportName\":\"x\",\"objectType\":\"0-2\"}")
                        .text("/message"))
                .contains("[objectProperties]");
    }

    @Test
    void exportsNeedAScopeAndEndWithAReset() throws IOException {
        Reply started = start("\"name\"", "");
        simulator.settings().withoutScopes("crm.export");

        Reply refused = status(started);
        simulator.reset();

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.at("/errors/0/context/requiredGranularScopes/0").asText())
                .isEqualTo("crm.export");
        assertThat(status(started).status()).isEqualTo(404);
        assertThat(client.get(EXPORTS + "/x").status()).isEqualTo(404);
    }
}
