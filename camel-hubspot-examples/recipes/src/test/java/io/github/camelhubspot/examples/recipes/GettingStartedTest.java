// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.recipes;

import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.camel.main.Main;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.camelhubspot.simulator.HubSpotSimulator;
import io.github.camelhubspot.simulator.HubSpotSimulatorExtension;
import io.github.camelhubspot.simulator.schema.PropertyDefinition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The route, the file and the test that {@code getting-started.md} prints. */
class GettingStartedTest {

    private static final Page PAGE = Page.of("getting-started.md");
    private static final String COMPANIES = PAGE.blocks("json").get(0);

    @BeforeEach
    void writeTheRoute() throws Exception {
        WorkFolder.empty();
        Files.createDirectories(Path.of("camel"));
        Files.createDirectories(Path.of("inbox"));
        Files.writeString(Path.of("camel/companies.yaml"), PAGE.blocks("yaml").get(0));
    }

    @RegisterExtension
    static final HubSpotSimulatorExtension HUBSPOT = new HubSpotSimulatorExtension();

    @Test
    void aRecordThatHubSpotRefusesDoesNotHoldBackTheOthers() throws Exception {
        HubSpotSimulator hubSpot = HUBSPOT.simulator();
        hubSpot.crm()
                .defineProperty(
                        "companies", PropertyDefinition.string("external_id").unique());
        Files.writeString(Path.of("inbox/companies.ndjson"), COMPANIES);
        Main main = new Main();
        main.addInitialProperty("camel.component.hubspot.base-url", hubSpot.baseUrl());
        main.addInitialProperty("camel.component.hubspot.access-token", hubSpot.accessToken());
        main.configure().withRoutesIncludePattern("file:camel/companies.yaml");
        main.start();
        try {
            await().until(() -> Files.exists(Path.of("inbox/done/companies.ndjson")));
            assertThat(hubSpot.crm().find("companies", "external_id", "C-1")).isPresent();
            assertThat(hubSpot.crm().find("companies", "external_id", "C-2")).isEmpty();
        } finally {
            main.stop();
        }
    }
}
