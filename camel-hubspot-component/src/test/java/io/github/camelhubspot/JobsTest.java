// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Imports and exports: what goes in as files, what comes out as a stream, and the wait in between. */
class JobsTest extends SimulatorTestSupport {

    private static final String START_IMPORT = "hubspot:imports?operation=start&pollDelay=10ms&wait=true";
    private static final String START_EXPORT = "hubspot:exports?operation=start&pollDelay=10ms&wait=true";

    @TempDir
    Path folder;

    private static Map<String, Object> importRequest(String... fileNames) {
        List<Object> files = new ArrayList<>();
        for (String name : fileNames) {
            files.add(Map.of(
                    "fileName",
                    name,
                    "fileFormat",
                    "CSV",
                    "fileImportPage",
                    Map.of(
                            "hasHeader",
                            true,
                            "columnMappings",
                            List.of(
                                    column("Mail", "email", "HUBSPOT_ALTERNATE_ID"),
                                    column("First", "firstname", "STANDARD")))));
        }
        return Map.of("name", "spring", "files", files);
    }

    private static Map<String, Object> column(String name, String property, String type) {
        return Map.of("columnObjectTypeId", "0-1", "columnName", name, "propertyName", property, "columnType", type);
    }

    private static Map<String, Object> exportRequest() {
        return Map.of(
                "exportType",
                "VIEW",
                "format",
                "CSV",
                "exportName",
                "all",
                "language",
                "EN",
                "objectType",
                "CONTACT",
                "objectProperties",
                List.of("email", "firstname"));
    }

    private static InputStream csv(String... lines) {
        return new ByteArrayInputStream(
                ("Mail,First\n" + String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** An import of one file, which comes as a stream. */
    private static Map<String, Object> anImport(String... lines) {
        return Map.of(
                "importRequest", importRequest("a.csv"), "files", Map.of("fileName", "a.csv", "content", csv(lines)));
    }

    private List<Object> emails() {
        return simulator().crm().records("contacts").stream()
                .map(contact -> (Object) contact.property("email"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"v3", "2026-03", "2026-09"})
    void severalFilesOfEveryKindAreImported(String version) throws IOException {
        Path onDisk = Files.writeString(folder.resolve("größe a.csv"), "Mail,First\nann@example.com,Ann\n");

        Map<?, ?> done = request(
                START_IMPORT + "&apiVersion=" + version,
                Map.of(
                        "importRequest",
                        importRequest("größe a.csv", "b.csv", "c.csv"),
                        "files",
                        List.of(
                                        onDisk.toFile(),
                                        Map.of("fileName", "b.csv", "content", csv("bob@example.com,Bob")),
                                        Map.of("fileName", "c.csv", "content", "Mail,First\ncid@example.com,Cid\n"))
                                .iterator()),
                Map.class);

        assertThat(done.get("state")).isEqualTo("DONE");
        assertThat(emails()).containsExactlyInAnyOrder("ann@example.com", "bob@example.com", "cid@example.com");
        assertThat(calls().get(0).header("Content-Type")).startsWith("multipart/form-data");
    }

    @Test
    void aWaitAsksNowAndThenAndTellsHowFarTheImportIs() throws Exception {
        simulator().settings().importDuration(Duration.ofMinutes(5));
        MockEndpoint progress = getMockEndpoint("mock:progress");

        CompletableFuture<Exchange> running =
                template.asyncSend(START_IMPORT + "&progressUri=mock:progress", exchange -> exchange.getMessage()
                        .setBody(anImport("ann@example.com,Ann")));
        await().untilAsserted(() -> assertThat(calls()).hasSizeGreaterThan(5));
        assertThat(running).isNotDone();
        assertThat(emails()).isEmpty();
        simulator().clock().advance(Duration.ofMinutes(6));

        Exchange done = running.get(20, TimeUnit.SECONDS);
        assertThat(done.getException()).isNull();
        assertThat(emails()).containsExactly("ann@example.com");
        await().untilAsserted(() -> assertThat(progress.getExchanges())
                .extracting(told -> told.getMessage().getBody(Map.class).get("state"))
                .startsWith("PROCESSING")
                .endsWith("DONE"));
        assertThat(progress.getExchanges())
                .extracting(told -> told.getMessage().getHeader(HubSpotConstants.RESULT_ID))
                .doesNotContainNull();
    }

    @Test
    void withoutWaitTheAnswerIsTheBeginning() {
        simulator().settings().importDuration(Duration.ofMinutes(5));

        Exchange started = send("hubspot:imports?operation=start", anImport("ann@example.com,Ann"));

        assertThat(started.getException()).isNull();
        String id = started.getMessage().getHeader(HubSpotConstants.RESULT_ID, String.class);
        assertThat(request("hubspot:imports?operation=get&objectId=" + id, null, Map.class)
                        .get("state"))
                .isEqualTo("PROCESSING");
        assertThat(send("hubspot:imports?operation=cancel&objectId=" + id, null).getException())
                .isNull();
        assertThat(request("hubspot:imports?operation=get&objectId=" + id, null, Map.class)
                        .get("state"))
                .isEqualTo("CANCELED");
        assertThat((Iterable<?>) request("hubspot:imports?operation=list", null, Iterable.class))
                .hasSize(1);
    }

    @Test
    void rowsThatHubSpotRefusedAreReadAfterwards() {
        Map<?, ?> done = request(START_IMPORT, anImport("no address,Ann", "bob@example.com,Bob"), Map.class);

        assertThat((Iterable<?>) request(
                        "hubspot:imports?operation=errors&parameter.includeErrorMessage=true&objectId="
                                + done.get("id"),
                        null,
                        Iterable.class))
                .hasSize(1);
        assertThat(lastCall().query()).contains("includeErrorMessage=true");
    }

    @Test
    void anImportThatTakesTooLongIsLeftToHubSpot() {
        simulator().settings().importDuration(Duration.ofMinutes(5));

        Exchange tired = send(START_IMPORT + "&waitTimeout=50ms", anImport("ann@example.com,Ann"));

        assertThat(tired.getException())
                .isInstanceOf(HubSpotException.class)
                .hasMessageContaining("waitTimeout")
                .hasMessageContaining("objectId=");
    }

    @Test
    void anImportThatHubSpotGivesUpFailsTheExchange() {
        Map<String, Object> wrong = Map.of(
                "name",
                "spring",
                "files",
                List.of(Map.of(
                        "fileName",
                        "a.csv",
                        "fileFormat",
                        "CSV",
                        "fileImportPage",
                        Map.of(
                                "hasHeader",
                                true,
                                "columnMappings",
                                List.of(column("No such column", "email", "HUBSPOT_ALTERNATE_ID"))))));

        Exchange failed = send(
                START_IMPORT,
                Map.of(
                        "importRequest",
                        wrong,
                        "files",
                        Map.of("fileName", "a.csv", "content", csv("ann@example.com,Ann"))));

        assertThat(failed.getException())
                .isInstanceOf(HubSpotException.class)
                .hasMessageContaining("FAILED")
                .hasMessageContaining("operation=errors");
    }

    @Test
    void aStreamThatWasReadOnceIsSentAgainAfterARefusal() {
        simulator().faults().next().answer(503);
        simulator().faults().next().rateLimited("TEN_SECONDLY_ROLLING", Duration.ZERO);

        Exchange ambiguous = send(START_IMPORT, anImport("ann@example.com,Ann"));
        assertThat(ambiguous.getException()).isInstanceOf(HubSpotAmbiguousWriteException.class);

        Exchange repeated = send(START_IMPORT, anImport("ann@example.com,Ann"));
        assertThat(repeated.getException()).isNull();
        assertThat(emails()).containsExactly("ann@example.com");
    }

    @Test
    void aFileThatTheRequestDoesNotHaveIsToldBeforeTheCall() {
        assertThat(send(
                                START_IMPORT,
                                Map.of(
                                        "importRequest",
                                        importRequest("a.csv"),
                                        "files",
                                        Map.of("fileName", "other.csv", "content", "x")))
                        .getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a.csv")
                .hasMessageContaining("other.csv");
        assertThat(send(
                                START_IMPORT,
                                Map.of(
                                        "importRequest",
                                        importRequest("a\"b.csv"),
                                        "files",
                                        Map.of("fileName", "a\"b.csv", "content", "x")))
                        .getException())
                .hasMessageContaining("quotes");
        assertThat(send(START_IMPORT, Map.of("importRequest", importRequest("a.csv")))
                        .getException())
                .hasMessageContaining("files");
        assertThat(send(START_IMPORT, Map.of("files", Map.of("fileName", "a.csv", "content", "x")))
                        .getException())
                .hasMessageContaining("importRequest");
        assertThat(send(START_IMPORT, "Mail,First").getException()).hasMessageContaining("importRequest");
        assertThat(send(START_IMPORT, Map.of("importRequest", importRequest("a.csv"), "files", "Mail,First\nann,Ann"))
                        .getException())
                .hasMessageContaining("no name");
        assertThat(calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"v3", "2026-03", "2026-09"})
    void anExportArrivesAsAStream(String version) throws IOException {
        simulator().crm().create("contacts", Map.of("email", "ann@example.com", "firstname", "Ann"));

        Exchange exported = send(START_EXPORT + "&apiVersion=" + version, exportRequest());

        assertThat(exported.getException()).isNull();
        assertThat(exported.getMessage().getBody()).isInstanceOf(InputStream.class);
    }

    @Test
    void theStreamOfAnExportGoesThroughARoute() throws Exception {
        simulator().settings().exportDuration(Duration.ofMinutes(1));
        simulator().crm().create("contacts", Map.of("email", "ann@example.com", "firstname", "Ann"));
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:export").to(START_EXPORT).to("file:" + folder + "?fileName=all.csv");
            }
        });

        CompletableFuture<Exchange> running = template.asyncSend(
                "direct:export", exchange -> exchange.getMessage().setBody(exportRequest()));
        await().untilAsserted(() -> assertThat(calls()).hasSizeGreaterThan(3));
        simulator().clock().advance(Duration.ofMinutes(2));

        assertThat(running.get(20, TimeUnit.SECONDS).getException()).isNull();
        assertThat(Files.readString(folder.resolve("all.csv")))
                .contains("ann@example.com")
                .contains("Ann");
        assertThat(lastCall().header("Authorization")).isNull();
    }

    @Test
    void anExportIsDownloadedOnceItIsThere() {
        simulator().settings().exportDuration(Duration.ofMinutes(1));
        simulator().crm().create("contacts", Map.of("email", "ann@example.com"));
        Exchange started = send("hubspot:exports?operation=start", exportRequest());
        String id = started.getMessage().getHeader(HubSpotConstants.RESULT_ID, String.class);

        assertThat(send("hubspot:exports?operation=download&objectId=" + id, null)
                        .getException())
                .isInstanceOf(HubSpotException.class)
                .hasMessageContaining("COMPLETE")
                .hasMessageContaining("wait=true");

        simulator().clock().advance(Duration.ofMinutes(2));
        assertThat(request("hubspot:exports?operation=get&objectId=" + id, null, Map.class)
                        .get("status"))
                .isEqualTo("COMPLETE");
        Exchange downloaded = send("hubspot:exports?operation=download&objectId=" + id, null);
        assertThat(downloaded.getException()).isNull();
    }

    @Test
    void aDownloadThatFailsIsTriedAgain() throws Exception {
        simulator().crm().create("contacts", Map.of("email", "ann@example.com"));
        simulator().faults().next().matching("GET", "/crm-exports/**").answer(503);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:export").to(START_EXPORT).convertBodyTo(String.class);
            }
        });

        Exchange exported =
                template.send("direct:export", exchange -> exchange.getMessage().setBody(exportRequest()));

        assertThat(exported.getException()).isNull();
        assertThat(exported.getMessage().getBody(String.class)).contains("ann@example.com");
    }

    @Test
    void aStopOfTheRouteEndsTheWait() throws Exception {
        simulator().settings().importDuration(Duration.ofMinutes(5));
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:import").routeId("import").to("hubspot:imports?operation=start&wait=true&pollDelay=1h");
            }
        });
        CompletableFuture<Exchange> running = template.asyncSend(
                "direct:import", exchange -> exchange.getMessage().setBody(anImport("ann@example.com,Ann")));
        await().untilAsserted(() -> assertThat(governor().waiting()).isOne());

        context.getRouteController().stopRoute("import");

        assertThat(running.get(20, TimeUnit.SECONDS).getException()).hasMessageContaining("stopped");
    }

    @Test
    void anImportThatWasStartedIsNeverToldAsOneThatMayBeStartedAgain() {
        simulator().settings().importDuration(Duration.ofMinutes(5));
        simulator().faults().always().matching("GET", "/crm/v3/imports/**").answer(503);

        Exchange unknown = send(START_IMPORT + "&maxRetries=0", anImport("ann@example.com,Ann"));

        assertThat(unknown.getException())
                .isInstanceOf(HubSpotAmbiguousWriteException.class)
                .hasMessageContaining("do not start it again")
                .hasMessageContaining("objectId=");
    }

    @Test
    void aStopOfTheContextEndsTheWaitForADownload() throws Exception {
        simulator().crm().create("contacts", Map.of("email", "ann@example.com"));
        simulator().faults().always().matching("GET", "/crm-exports/**").answer(503);
        CompletableFuture<Exchange> running =
                template.asyncSend(START_EXPORT + "&maxRetries=30", exchange -> exchange.getMessage()
                        .setBody(exportRequest()));
        await().until(() -> calls().stream().anyMatch(call -> call.path().startsWith("/crm-exports")));

        context.stop();

        assertThat(running.get(20, TimeUnit.SECONDS).getException()).isInstanceOf(HubSpotException.class);
    }
}
