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

import io.github.camelhubspot.simulator.faults.FaultKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** The three ways to use a simulator. */
class HubSpotSimulatorTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Main program = program();

    private Main program() {
        return new Main(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

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
    void theProgramTakesLimits() throws IOException {
        try (HubSpotSimulator simulator =
                program.run("--ten-secondly-limit", "2", "--daily-limit", "5", "--search-limit", "1")) {
            Client client = new Client(simulator);

            Client.Reply reply = client.get("/crm/v3/objects/companies");

            assertThat(reply.header("X-HubSpot-RateLimit-Max")).isEqualTo("2");
            assertThat(reply.header("X-HubSpot-RateLimit-Daily")).isEqualTo("5");
            assertThat(client.post("/crm/v3/objects/companies/search", "{}").status())
                    .isEqualTo(200);
            assertThat(client.post("/crm/v3/objects/companies/search", "{}").text("/policyName"))
                    .isEqualTo("SECONDLY");
        }
    }

    @Test
    void theProgramDefinesUniqueProperties() throws IOException {
        try (HubSpotSimulator simulator =
                program.run("--unique", "companies.external_id", "--unique", "tickets.external_id")) {
            Client client = new Client(simulator);
            for (String type : new String[] {"companies", "tickets"}) {
                assertThat(client.get("/crm/v3/properties/" + type + "/external_id")
                                .at("/hasUniqueValue")
                                .asBoolean())
                        .isTrue();
            }
        }
    }

    @Test
    void theProgramTakesRandomFaults() throws IOException {
        Map<FaultKind, Long> first = faultsOf("--random-faults", "0.5", "--seed", "5");

        assertThat(first.values().stream().mapToLong(Long::longValue).sum()).isBetween(5L, 15L);
        assertThat(faultsOf("--seed", "5", "--random-faults", "0.5")).isEqualTo(first);
        assertThat(faultsOf("--random-faults", "0.5", "--seed", "6")).isNotEqualTo(first);
        assertThat(faultsOf("--random-faults", "0.5")).isEqualTo(faultsOf("--random-faults", "0.5", "--seed", "1"));
        assertThat(faultsOf()).isEmpty();
    }

    private Map<FaultKind, Long> faultsOf(String... arguments) throws IOException {
        try (HubSpotSimulator simulator = program().run(arguments)) {
            for (int i = 0; i < 20; i++) {
                RawCall.post(simulator, "/crm/v3/objects/companies", "{}").close();
            }
            await().until(() -> simulator.calls().size() == 20);
            await().until(() -> simulator.inFlight() == 0);
            return simulator.faults().counts();
        }
    }

    @Test
    void theProgramExplainsItself() {
        program.run("--help");

        assertThat(printed())
                .contains("--port")
                .contains("--token")
                .contains("simulator-token")
                .contains("--random-faults")
                .contains("simulator-client-id");
        assertThatThrownBy(() -> program.run("--prot", "1")).hasMessageContaining("--prot");
        assertThatThrownBy(() -> program.run("--unique", "external_id")).hasMessageContaining("companies.external_id");
        assertThatThrownBy(() -> program.run("--unique", "companies.")).hasMessageContaining("companies.external_id");
        assertThatThrownBy(() -> program.run("--unique", "nothings.a")).hasMessageContaining("nothings");
        assertThatThrownBy(() -> program.run("--port")).hasMessageContaining("missing after --port");
        assertThatThrownBy(() -> program.run("--port", "many")).hasMessageContaining("many");
        assertThatThrownBy(() -> program.run("--port", "65536")).hasMessageContaining("from 0 to 65535");
        assertThatThrownBy(() -> program.run("--daily-limit", "-1")).hasMessageContaining("--daily-limit");
        assertThatThrownBy(() -> program.run("--random-faults", "2")).hasMessageContaining("from 0 to 1");
        assertThatThrownBy(() -> program.run("--random-faults", "some")).hasMessageContaining("some");
        assertThatThrownBy(() -> program.run("--seed", "x")).hasMessageContaining("--seed");
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
