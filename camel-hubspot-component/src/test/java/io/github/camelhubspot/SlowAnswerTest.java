// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.time.Duration;
import java.util.Map;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** An answer that never ends, or never comes, holds its call slot for a bounded time only. */
class SlowAnswerTest extends SimulatorTestSupport {

    private static final String LIST =
            "hubspot:objects/companies?operation=list&pagination=page&maxRetries=0&responseTimeout=1s";

    @Test
    void anAnswerThatDripsIsGivenUpWhenTheResponseTimeoutIsOver() {
        simulator().crm().create("companies", Map.of("name", "A company with a name"));
        // Each pause is shorter than the time-out; all of them together take minutes.
        simulator().faults().next().drip(1, Duration.ofMillis(400));

        Exchange exchange = send(LIST, null);

        assertThat(exchange.getException())
                .isInstanceOf(HubSpotException.class)
                .hasMessageContaining("not complete within the responseTimeout");
        await().until(() -> simulator().inFlight() == 0);
        assertThat(send(LIST, null).getException()).isNull();
    }

    @Test
    void anAnswerThatDripsFastEnoughIsRead() {
        simulator().crm().create("companies", Map.of("name", "Acme"));
        simulator().faults().next().drip(64, Duration.ofMillis(5));

        assertThat(send(LIST, null).getException()).isNull();
    }

    @Test
    void aCallThatIsNotAnsweredFailsWhenTheResponseTimeoutIsOver() {
        simulator().faults().next().silence(Duration.ofMinutes(5));

        assertThat(send(LIST, null).getException())
                .isInstanceOf(HubSpotException.class)
                .hasMessageContaining("answer was lost");
    }
}
