// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.quarkus.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import io.github.camelhubspot.simulator.HubSpotSimulator;
import io.github.camelhubspot.simulator.calls.RecordedCall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What the application needs when it runs, and what it must do then, on the JVM as in a native image. */
final class RunningApp implements AutoCloseable {

    private final HubSpotSimulator hubSpot = new HubSpotSimulator().start();
    private final Path inbox;

    RunningApp(String name) {
        inbox = Path.of("target", name);
    }

    Map<String, String> properties() {
        return Map.of(
                "inbox", inbox.toAbsolutePath().toString(),
                "camel.component.hubspot.base-url", hubSpot.baseUrl(),
                "vault.token", hubSpot.accessToken());
    }

    /** Hands a company in, and waits for it at HubSpot. */
    void assertThatItWrites() throws IOException {
        Files.createDirectories(inbox);
        Files.writeString(inbox.resolve("company.json"), "{\"name\": \"Acme\"}");

        await().until(() -> hubSpot.crm().find("companies", "name", "Acme").isPresent());

        // The version of the API is one of the options of application.properties, and the token came with the bean.
        assertThat(hubSpot.calls()).extracting(RecordedCall::path).containsExactly("/crm/objects/2026-03/companies");
    }

    @Override
    public void close() {
        hubSpot.close();
    }
}
