// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.metrics;

import org.apache.camel.CamelContext;
import org.slf4j.LoggerFactory;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.batch.BatchMeter;
import io.github.camelhubspot.batch.OutcomeStatus;
import io.github.camelhubspot.client.CallMeter;

/** What measures the calls and batches of a component. Thread-safe. */
public interface Metrics extends BatchMeter, AutoCloseable {

    /** Measures nothing. */
    Metrics NONE = new Metrics() {};

    /**
     * What the application measures with: Micrometer, where it is on the class path and the registry has a
     * {@code MeterRegistry}.
     *
     * @param component the name of the component
     */
    static Metrics find(CamelContext context, String component) {
        try {
            Class.forName("io.micrometer.core.instrument.MeterRegistry", false, Metrics.class.getClassLoader());
            return MicrometerMetrics.find(context, component);
        } catch (ClassNotFoundException e) {
            return NONE;
        } catch (RuntimeException | LinkageError e) {
            LoggerFactory.getLogger(Metrics.class)
                    .warn("HubSpot calls are not measured; that takes a Micrometer that works, 1.12 or newer", e);
            return NONE;
        }
    }

    /**
     * Measures the calls to an account.
     *
     * @param name the name of the account; null for none
     */
    default CallMeter account(String name) {
        return CallMeter.NONE;
    }

    @Override
    default Progress started(ApiOperation operation) {
        return new Progress() {
            @Override
            public void ended(OutcomeStatus status) {}

            @Override
            public void finished() {}
        };
    }

    /** Takes back what has no meaning without the component. */
    @Override
    default void close() {}
}
