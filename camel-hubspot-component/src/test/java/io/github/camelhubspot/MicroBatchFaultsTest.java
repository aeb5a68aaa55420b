// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.List;
import java.util.Map;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import static org.assertj.core.api.Assertions.assertThat;

/** A shared call that breaks down after HubSpot has answered: whatever was written must not be sent again blindly. */
class MicroBatchFaultsTest extends TogetherTestSupport {

    private static final String COMPANIES = "hubspot:objects/companies?microBatch=true&microBatchSize=2&operation=";

    private final Error fault = new StackOverflowError("in the application's registry");

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext camel = super.createCamelContext();
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        registry.config().meterFilter(new MeterFilter() {
            @Override
            public MeterFilterReply accept(Meter.Id id) {
                if (id.getName().equals("camel.hubspot.batch.inputs")) {
                    throw fault;
                }
                return MeterFilterReply.NEUTRAL;
            }
        });
        camel.getRegistry().bind("metricsRegistry", registry);
        return camel;
    }

    @Test
    void writesAreAmbiguous() throws Exception {
        List<Exchange> exchanges = together(
                COMPANIES + "create", List.of(Message.of(Map.of("name", "One")), Message.of(Map.of("name", "Two"))));

        assertThat(simulator().crm().records("companies")).hasSize(2);
        assertThat(exchanges).allSatisfy(exchange -> assertThat(exchange.getException())
                .isInstanceOf(HubSpotAmbiguousWriteException.class)
                .hasCause(fault));
    }

    @Test
    void readsFail() throws Exception {
        String id =
                simulator().crm().create("companies", Map.of("name", "Acme")).id();

        List<Exchange> exchanges = together(COMPANIES + "get", List.of(Message.of(id), Message.of(id)));

        assertThat(exchanges).allSatisfy(exchange -> assertThat(exchange.getException())
                .isInstanceOf(HubSpotException.class)
                .isNotInstanceOf(HubSpotAmbiguousWriteException.class)
                .hasCause(fault));
    }
}
