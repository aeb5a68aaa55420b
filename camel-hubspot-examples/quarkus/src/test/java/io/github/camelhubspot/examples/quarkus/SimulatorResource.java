// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.quarkus;

import java.util.Map;

import io.github.camelhubspot.simulator.HubSpotSimulator;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Starts a simulator for the application under test, and hands it to fields of the tests. */
public final class SimulatorResource implements QuarkusTestResourceLifecycleManager {

    private final HubSpotSimulator simulator = new HubSpotSimulator();

    @Override
    public Map<String, String> start() {
        simulator.start();
        return Map.of(
                "camel.component.hubspot.base-url", simulator.baseUrl(),
                "camel.component.hubspot.access-token", simulator.accessToken());
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(simulator, new TestInjector.MatchesType(HubSpotSimulator.class));
    }

    @Override
    public void stop() {
        simulator.close();
    }
}
