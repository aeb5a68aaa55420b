// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The three ways to use a simulator. */
class HubSpotSimulatorTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Main program = new Main(new PrintStream(printed, true, StandardCharsets.UTF_8));

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void itStartsOnAFreePortAndCanBeStartedAgain() throws IOException {
        HubSpotSimulator simulator = new HubSpotSimulator();
        assertThatThrownBy(simulator::baseUrl).isInstanceOf(IllegalStateException.class);
        try {
            simulator.start();
            assertThat(simulator.baseUrl()).matches("http://127\\.0\\.0\\.1:\\d+");
            assertThatThrownBy(simulator::start).isInstanceOf(IllegalStateException.class);
            simulator.crm().create("companies", Map.of("name", "Acme"));

            simulator.close();
            simulator.start();

            assertThat(new Client(simulator).get("/crm/v3/objects/companies").at("/results"))
                    .hasSize(1);
        } finally {
            simulator.close();
        }
    }

    @Test
    void twoSimulatorsAreTwoAccounts() throws IOException {
        try (HubSpotSimulator one = new HubSpotSimulator().start();
                HubSpotSimulator other = new HubSpotSimulator().start()) {
            one.crm().create("companies", Map.of("name", "Acme"));

            assertThat(new Client(other).get("/crm/v3/objects/companies").at("/results"))
                    .isEmpty();
        }
    }

    @Test
    void theProgramTakesPortHostAndToken() throws IOException {
        try (HubSpotSimulator simulator = program.run("--port", "0", "--host", "localhost", "--token", "xyz")) {
            assertThat(printed()).contains("http://localhost:").contains(simulator.baseUrl());
            assertThat(simulator.accessToken()).isEqualTo("xyz");
            assertThat(new Client(simulator).get("/crm/v3/objects/companies").status())
                    .isEqualTo(200);
            simulator.reset();
            assertThat(new Client(simulator).get("/crm/v3/objects/companies").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void theProgramExplainsItself() {
        program.run("--help");

        assertThat(printed()).contains("--port").contains("--token").contains("simulator-token");
        assertThatThrownBy(() -> program.run("--prot", "1")).hasMessageContaining("--prot");
        assertThatThrownBy(() -> program.run("--port")).hasMessageContaining("missing after --port");
        assertThatThrownBy(() -> program.run("--port", "many")).hasMessageContaining("many");
    }

    @Nested
    @ExtendWith(HubSpotSimulatorExtension.class)
    class AsAParameter {

        @Test
        void firstTestFindsNothing(HubSpotSimulator simulator) throws IOException {
            assertFreshThenUse(simulator);
        }

        @Test
        void secondTestFindsNothingToo(HubSpotSimulator simulator) throws IOException {
            assertFreshThenUse(simulator);
        }

        private void assertFreshThenUse(HubSpotSimulator simulator) throws IOException {
            assertThat(simulator.calls()).isEmpty();
            assertThat(simulator.crm().records("companies")).isEmpty();
            simulator.crm().create("companies", Map.of("name", "Acme"));
            assertThat(new Client(simulator).get("/crm/v3/objects/companies").at("/results"))
                    .hasSize(1);
        }
    }

    @Nested
    class InAnInstanceField {

        @RegisterExtension
        final HubSpotSimulatorExtension hubSpot = new HubSpotSimulatorExtension();

        @Test
        void listens() throws IOException {
            assertThat(hubSpot.baseUrl()).isEqualTo(hubSpot.simulator().baseUrl());
            assertThat(new Client(hubSpot.simulator())
                            .get("/crm/v3/objects/companies")
                            .status())
                    .isEqualTo(200);
        }
    }
}
