// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheck.State;
import org.apache.camel.health.HealthCheckHelper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The health check tells whether HubSpot accepts what is sent, and costs no call. */
class HealthTest extends SimulatorTestSupport {

    private static final String LIST = "hubspot:objects/companies?operation=list&pagination=page";
    private static final String GET = "hubspot:objects/companies?operation=get&objectId=4711";
    private static final String CONTACTS = "hubspot:objects/contacts?operation=list&pagination=page";
    private static final String READ_COMPANIES = "crm.objects.companies.read";

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext camel = super.createCamelContext();
        // As camel.health.producersEnabled=true does.
        HealthCheckHelper.getHealthCheckRepository(camel, "producers").setEnabled(true);
        return camel;
    }

    @Test
    void beforeTheFirstCallAllIsWell() {
        HealthCheck.Result health = health();

        assertThat(health.getState()).isEqualTo(State.UP);
        assertThat(health.getDetails()).containsEntry("accounts", 0).containsEntry("last.success", "none yet");
        assertThat(calls()).isEmpty();
    }

    @Test
    void afterASuccessItTellsWhenThatWas() {
        send(LIST, null);

        HealthCheck.Result health = health();

        assertThat(health.getState()).isEqualTo(State.UP);
        assertThat(health.getDetails().get("last.success")).asString().startsWith("20");
        assertThat(calls()).hasSize(1);
    }

    @Test
    void aRefusedTokenIsAProblemUntilACallSucceeds() {
        simulator().settings().acceptedTokens().clear();
        send(LIST, null);

        HealthCheck.Result refused = health();
        simulator().settings().acceptedTokens().add(simulator().accessToken());
        send(LIST, null);

        assertThat(refused.getState()).isEqualTo(State.DOWN);
        assertThat(refused.getMessage()).hasValue("the default account: HubSpot refused the access token");
        assertThat(refused.getDetails().values())
                .noneMatch(value -> value.toString().contains(simulator().accessToken()));
        assertThat(health().getState()).isEqualTo(State.UP);
    }

    @Test
    void aTokenThatHubSpotLooksBehindIsAccepted() {
        simulator().settings().acceptedTokens().clear();
        send(GET, null);
        simulator().settings().acceptedTokens().add(simulator().accessToken());
        send(GET, null);

        assertThat(lastCall().status()).isEqualTo(404);
        assertThat(health().getState()).isEqualTo(State.UP);
    }

    @Test
    void aTokenThatIsNotToBeHadIsAProblem() {
        context.getRegistry().bind("vault", (HubSpotTokenProvider) account -> {
            throw new IllegalStateException("sealed");
        });

        send(LIST + "&tokenProvider=#vault", null);

        assertThat(health().getState()).isEqualTo(State.DOWN);
        assertThat(health().getMessage()).hasValue("the default account: no access token was to be had");
    }

    @Test
    void missingScopesAreNamedUntilTheSameOperationSucceeds() {
        simulator().settings().withoutScopes(READ_COMPANIES);
        send(LIST, null);
        send(CONTACTS, null);

        HealthCheck.Result missing = health();
        simulator().settings().withScopes(READ_COMPANIES);
        send(LIST, null);

        assertThat(missing.getState()).isEqualTo(State.DOWN);
        assertThat(missing.getDetails()).containsEntry("missing.scopes", READ_COMPANIES);
        assertThat(missing.getMessage())
                .hasValue("the default account: objects?operation=list of companies lacks the scopes [" + READ_COMPANIES
                        + "]");
        assertThat(health().getState()).isEqualTo(State.UP);
    }

    @Test
    void theExceptionNamesTheMissingScopesToo() {
        simulator().settings().withoutScopes(READ_COMPANIES);

        assertThat(send(LIST, null).getException())
                .isInstanceOf(HubSpotMissingScopeException.class)
                .hasMessageContaining("grant the app the scopes [" + READ_COMPANIES + "]");
    }

    @Test
    void aUsedUpDayIsAProblemUntilACallSucceeds() {
        simulator().settings().dailyLimit(1);
        send(LIST, null);

        HealthCheck.Result usedUp = health();
        send(LIST, null);
        HealthCheck.Result refused = health();
        simulator().settings().dailyLimit(0);
        send(LIST, null);

        assertThat(usedUp.getState()).isEqualTo(State.DOWN);
        assertThat(usedUp.getMessage()).hasValue("the default account: the calls of the day are used up");
        assertThat(refused.getState()).isEqualTo(State.DOWN);
        assertThat(health().getState()).isEqualTo(State.UP);
    }

    @Test
    void theCeilingForBulkWorkIsNoProblem() {
        simulator().settings().dailyLimit(10);
        send(LIST, null);

        send(LIST + "&priority=bulk&dailyCeiling=1", null);

        assertThat(calls()).hasSize(1);
        assertThat(health().getState()).isEqualTo(State.UP);
    }

    @Test
    void aRecordThatHubSpotRefusesIsNoProblem() {
        send("hubspot:objects/companies?operation=create", Map.of("misspelt", "Acme"));

        assertThat(health().getState()).isEqualTo(State.UP);
    }

    @Test
    void anAccountThatAMessageNamesIsNoProblemOfTheWholeWhileAnotherWorks() {
        context.getRegistry().bind("vault", (HubSpotTokenProvider) account -> {
            if (account.startsWith("bad")) {
                throw new IllegalStateException("no such tenant");
            }
            return HubSpotToken.of(simulator().accessToken());
        });
        String list = LIST + "&tokenProvider=#vault";
        IntStream.range(0, 30).forEach(i -> send(list, null, Map.of(HubSpotConstants.ACCOUNT, "bad-" + i)));
        HealthCheck.Result allBad = health();

        send(list, null, Map.of(HubSpotConstants.ACCOUNT, "good"));
        HealthCheck.Result oneGood = health();

        assertThat(allBad.getState()).isEqualTo(State.DOWN);
        assertThat(oneGood.getState()).isEqualTo(State.UP);
        assertThat(oneGood.getDetails()).containsEntry("accounts", 31).containsEntry("accounts.failing", 30);
        assertThat(oneGood.getDetails().get("problems").toString().split("account bad-", -1))
                .hasSize(11);
    }

    @Test
    void aComponentThatIsStoppedHasNoCheckAndOneThatIsStartedAgainHasOne() {
        HubSpotComponent component = context.getComponent("hubspot", HubSpotComponent.class);

        component.stop();
        List<HealthCheck.Result> stopped = results();
        component.start();

        assertThat(stopped).isEmpty();
        assertThat(results()).hasSize(1);
    }

    @Test
    void theCheckCanBeSwitchedOff() {
        HubSpotComponent component = context.getComponent("hubspot", HubSpotComponent.class);
        component.stop();
        component.setHealthCheckProducerEnabled(false);
        component.start();

        assertThat(results()).allSatisfy(result -> assertThat(result.getState()).isEqualTo(State.UNKNOWN));
    }

    private HealthCheck.Result health() {
        assertThat(results()).hasSize(1);
        return results().get(0);
    }

    private List<HealthCheck.Result> results() {
        return HealthCheckHelper.invokeReadiness(context, "full").stream()
                .filter(result -> result.getCheck().getId().equals("producer:hubspot"))
                .toList();
    }
}
