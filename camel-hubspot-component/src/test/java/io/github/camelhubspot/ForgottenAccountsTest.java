// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.time.Duration;
import java.util.Map;

import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What is shown of an account ends when the account is forgotten, and what is wrong with it is not forgotten at once. */
class ForgottenAccountsTest extends SimulatorTestSupport {

    private static final String LIST = "hubspot:objects/companies?operation=list&pagination=page";
    private static final Duration A_QUARTER = Duration.ofMinutes(15);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final MovableTiming timing = new MovableTiming();

    @Override
    void configure(HubSpotComponent component) {
        component.setTiming(timing);
        component.getConfiguration().setAccessToken(null);
        component
                .getConfiguration()
                .setTokenProvider(account -> HubSpotToken.of(simulator().accessToken()));
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext camel = super.createCamelContext();
        camel.getRegistry().bind("meters", registry);
        return camel;
    }

    @Test
    void theGaugesOfAForgottenAccountEndAndComeBackWithItsNextCall() {
        simulator().settings().dailyLimit(1000);
        send(LIST, null, Map.of(HubSpotConstants.ACCOUNT, "north"));
        assertThat(registry.find("camel.hubspot.daily.remaining")
                        .tag("account", "north")
                        .gauge())
                .isNotNull();

        pass(A_QUARTER);

        assertThat(accounts().all()).isEmpty();
        assertThat(registry.find("camel.hubspot.daily.remaining").gauges()).isEmpty();
        send(LIST, null, Map.of(HubSpotConstants.ACCOUNT, "north"));
        assertThat(registry.get("camel.hubspot.daily.remaining")
                        .tag("account", "north")
                        .gauge()
                        .value())
                .isEqualTo(998);
    }

    @Test
    void aProblemOfAConfiguredAccountIsShownUntilItIsADayOld() {
        simulator().settings().withoutScopes("crm.objects.companies.read");
        send(LIST, null, Map.of(HubSpotConstants.ACCOUNT, "north"));
        send(LIST + "&account=south", null);

        pass(A_QUARTER);
        assertThat(accounts().all())
                .extracting(account -> account.key().account())
                .containsExactly("south");

        pass(Duration.ofDays(1));
        assertThat(accounts().all()).isEmpty();
    }

    /** Once nothing is in flight, which a call is a little longer than its exchange. */
    private void pass(Duration time) {
        await().until(() ->
                accounts().all().stream().allMatch(account -> account.governor().inFlight() == 0));
        timing.advance(time);
    }
}
