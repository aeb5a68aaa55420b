// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.quarkus.deployment;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.camelhubspot.simulator.HubSpotSimulator;
import io.quarkus.test.QuarkusDevModeTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** An application that is changed while it runs in dev mode. */
class DevModeTest {

    private static final HubSpotSimulator HUBSPOT = new HubSpotSimulator().start();
    private static final Path INBOX = Path.of("target", "dev-mode").toAbsolutePath();
    private static final int PORT = freePort();

    @RegisterExtension
    static final QuarkusDevModeTest APP = new QuarkusDevModeTest().withApplicationRoot(jar -> jar.addClass(App.class)
            .addAsResource(new StringAsset(properties()), "application.properties"));

    private static String properties() {
        return Map.of(
                        "quarkus.http.port", String.valueOf(PORT),
                        "inbox", INBOX.toString(),
                        "vault.token", HUBSPOT.accessToken(),
                        "camel.component.hubspot.base-url", HUBSPOT.baseUrl(),
                        "camel.component.hubspot.token-provider", "#bean:vault",
                        "camel.component.hubspot.api-version", "2026-03")
                .entrySet()
                .stream()
                .map(property -> property.getKey() + " = " + property.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterAll
    static void stop() {
        HUBSPOT.close();
    }

    @Test
    void changesTakeEffectAtTheNextRequest() throws Exception {
        assertThat(pathOfCallFor("before")).isEqualTo("/crm/objects/2026-03/companies");

        APP.modifyResourceFile("application.properties", text -> text.replace("2026-03", "2026-09"));
        APP.modifySourceFile(App.class, text -> text.replace("objects/companies", "objects/deals"));
        request();

        assertThat(pathOfCallFor("after")).isEqualTo("/crm/objects/2026-09/deals");
    }

    /** Quarkus looks for changes when it is asked for a page, also for one that there is not. */
    private static void request() throws Exception {
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + PORT + "/"))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
    }

    private static String pathOfCallFor(String name) throws IOException {
        HUBSPOT.clearCalls();
        Files.createDirectories(INBOX);
        Files.writeString(INBOX.resolve(name + ".json"), "{\"description\": \"Acme\"}");
        await().until(() -> !HUBSPOT.calls().isEmpty());
        return HUBSPOT.calls().get(0).path();
    }
}
