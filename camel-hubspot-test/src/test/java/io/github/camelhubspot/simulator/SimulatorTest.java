// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator;

import java.util.Map;

import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.camelhubspot.simulator.crm.Crm;
import io.github.camelhubspot.simulator.crm.SimulatedRecord;

/** What the tests over HTTP share: a simulator and a client of it. */
abstract class SimulatorTest {

    @RegisterExtension
    static final HubSpotSimulatorExtension HUBSPOT = new HubSpotSimulatorExtension();

    static final String COMPANIES = "/crm/v3/objects/companies";
    static final String CONTACTS = "/crm/v3/objects/contacts";
    static final String TICKETS = "/crm/v3/objects/tickets";

    final HubSpotSimulator simulator = HUBSPOT.simulator();
    final Client client = new Client(simulator);
    final Crm crm = simulator.crm();

    SimulatedRecord company(String name) {
        return crm.create("companies", Map.of("name", name));
    }

    SimulatedRecord contact(String email) {
        return crm.create("contacts", Map.of("email", email));
    }

    SimulatedRecord ticket(String subject) {
        return crm.create("tickets", Map.of("subject", subject, "hs_pipeline_stage", "1"));
    }
}
