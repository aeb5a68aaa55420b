// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import static org.assertj.core.api.Assertions.assertThat;

/** Which of several Micrometer registries is used, where none has the name that Camel looks for. */
class MeterRegistryChoiceTest extends SimulatorTestSupport {

    private final MeterRegistry first = new SimpleMeterRegistry();
    private final MeterRegistry second = new SimpleMeterRegistry();

    @Test
    void ofSeveralNoneIsGuessed() {
        context.getRegistry().bind("first", first);
        context.getRegistry().bind("second", second);

        list();

        assertThat(first.getMeters()).isEmpty();
        assertThat(second.getMeters()).isEmpty();
    }

    @Test
    void theOneThatFeedsTheOthersIsUsed() {
        CompositeMeterRegistry both = new CompositeMeterRegistry().add(first).add(second);
        context.getRegistry().bind("first", first);
        context.getRegistry().bind("second", second);
        context.getRegistry().bind("both", both);

        list();

        assertThat(first.get("camel.hubspot.calls").timer().count()).isEqualTo(1);
        assertThat(second.get("camel.hubspot.calls").timer().count()).isEqualTo(1);
    }

    private void list() {
        assertThat(send("hubspot:objects/companies?operation=list&pagination=page", null)
                        .getException())
                .isNull();
    }
}
