// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;

import io.github.camelhubspot.simulator.HubSpotSimulator;

/** A Camel context whose {@code hubspot:} talks to a simulator, for tests that the JUnit extension cannot serve. */
final class SimulatedContext implements AutoCloseable {

    final HubSpotSimulator simulator = new HubSpotSimulator().start();
    final CamelContext context = new DefaultCamelContext();
    final ProducerTemplate template;

    SimulatedContext() {
        HubSpotComponent component = new HubSpotComponent();
        component.getConfiguration().setBaseUrl(simulator.baseUrl());
        component.getConfiguration().setAccessToken(simulator.accessToken());
        component.getConfiguration().setRequestsPerTenSeconds(100_000);
        context.addComponent("hubspot", component);
        context.start();
        template = context.createProducerTemplate();
    }

    @Override
    public void close() {
        try {
            context.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            simulator.close();
        }
    }
}
