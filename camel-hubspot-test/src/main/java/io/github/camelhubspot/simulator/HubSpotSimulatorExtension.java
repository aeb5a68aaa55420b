// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A simulator for the tests of a class.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final HubSpotSimulatorExtension HUBSPOT = new HubSpotSimulatorExtension();
 * }</pre>
 *
 * <p>In a static field, or with {@code @ExtendWith}, the simulator is started once for the class and reset before each
 * test; in an instance field every test has its own. Test methods may also have a parameter of type
 * {@link HubSpotSimulator}. Tests that share a simulator must not run at the same time.
 */
public final class HubSpotSimulatorExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {

    private final HubSpotSimulator simulator = new HubSpotSimulator();
    private String startedBy;

    /** The simulator, which listens while tests run. */
    public HubSpotSimulator simulator() {
        return simulator;
    }

    /** Where the simulator listens. */
    public String baseUrl() {
        return simulator.baseUrl();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        startUnlessStarted(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        startUnlessStarted(context);
        simulator.reset();
    }

    // A nested class finds the simulator started by the class around it, which is also the one to stop it.
    private void startUnlessStarted(ExtensionContext context) {
        if (startedBy == null) {
            simulator.start();
            startedBy = context.getUniqueId();
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        stopIfStartedBy(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        stopIfStartedBy(context);
    }

    private void stopIfStartedBy(ExtensionContext context) {
        if (context.getUniqueId().equals(startedBy)) {
            simulator.close();
            startedBy = null;
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == HubSpotSimulator.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return simulator;
    }
}
