// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.health;

import java.util.function.Supplier;

import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.WritableHealthCheckRepository;

/** Gives Camel the health check of a component, where the application has camel-health. */
public final class HealthChecks {

    private HealthChecks() {}

    /**
     * Adds a component's check to those of the producers.
     *
     * @param component the name of the component
     * @return takes the check out again
     */
    public static Runnable add(
            CamelContext context, String component, boolean enabled, Supplier<ComponentHealth> health) {
        WritableHealthCheckRepository checks =
                HealthCheckHelper.getHealthCheckRepository(context, "producers", WritableHealthCheckRepository.class);
        if (checks == null) {
            return () -> {};
        }
        HubSpotHealthCheck check = new HubSpotHealthCheck(component, health);
        check.setEnabled(enabled);
        checks.addHealthCheck(check);
        return () -> checks.removeHealthCheck(check);
    }
}
