// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.recipes;

import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import io.github.camelhubspot.simulator.HubSpotSimulator;
import io.github.camelhubspot.simulator.HubSpotSimulatorExtension;
import io.github.camelhubspot.simulator.schema.PropertyDefinition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class CompaniesTest {

    @RegisterExtension
    static final HubSpotSimulatorExtension HUBSPOT = new HubSpotSimulatorExtension();

    @Test
    void aRecordThatHubSpotRefusesDoesNotHoldBackTheOthers(@TempDir Path inbox) throws Exception {
        HubSpotSimulator hubSpot = HUBSPOT.simulator();
        hubSpot.crm()
                .defineProperty(
                        "companies", PropertyDefinition.string("external_id").unique());
        Files.writeString(inbox.resolve("companies.ndjson"), """
                {"external_id": "C-1", "name": "Acme"}
                {"external_id": "C-2", "name": "Bad", "numberofemployees": "many"}
                """);
        Main main = new Main();
        main.addOverrideProperty("inbox", inbox.toString());
        main.addOverrideProperty("camel.component.hubspot.base-url", hubSpot.baseUrl());
        main.addOverrideProperty("camel.component.hubspot.access-token", hubSpot.accessToken());
        main.start();
        try {
            await().until(() -> Files.exists(inbox.resolve("done/companies.ndjson")));
            assertThat(hubSpot.crm().find("companies", "external_id", "C-1")).isPresent();
            assertThat(hubSpot.crm().find("companies", "external_id", "C-2")).isEmpty();
        } finally {
            main.stop();
        }
    }
}
