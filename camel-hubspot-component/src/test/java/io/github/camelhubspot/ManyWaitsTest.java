// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Any number of waits at once come to their end, however few tasks the context's default thread pool holds. */
class ManyWaitsTest extends TogetherTestSupport {

    private static final int CALLS = 20;

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        context.getExecutorServiceManager().getDefaultThreadPoolProfile().setMaxQueueSize(2);
        // A component takes its timer when it is added.
        HubSpotComponent component = (HubSpotComponent) context.removeComponent("hubspot");
        context.addComponent("hubspot", again(component));
        return context;
    }

    private static HubSpotComponent again(HubSpotComponent first) {
        HubSpotComponent component = new HubSpotComponent();
        component.setConfiguration(first.getConfiguration());
        return component;
    }

    @Test
    void allCallsThatWaitToBeSentAgainAreSentAgain() throws Exception {
        String id =
                simulator().crm().create("companies", Map.of("name", "Acme")).id();
        simulator().faults().next(CALLS).answer(503);

        List<Exchange> ended = together(
                "hubspot:objects/companies?operation=get",
                IntStream.range(0, CALLS).mapToObj(i -> Message.of(id)).toList());

        assertThat(ended).hasSize(CALLS).allSatisfy(exchange -> assertThat(exchange.getException())
                .isNull());
        assertThat(calls()).hasSize(2 * CALLS);
    }
}
