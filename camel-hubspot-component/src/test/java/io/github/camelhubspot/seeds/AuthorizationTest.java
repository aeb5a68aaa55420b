// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.seeds;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.github.camelhubspot.simulator.HubSpotSimulator;

import static io.github.camelhubspot.seeds.RequestAssert.assertThatRequest;
import static org.assertj.core.api.Assertions.assertThat;

/** The header {@code Authorization} of the pages: the token as it was given, and it stays there. */
class AuthorizationTest extends SeedTestSupport {

    private static final String OTHER_TOKEN = "CiR+abc/def%2B&x=y==";

    @ParameterizedTest
    @EnumSource
    void hasTheTokenOfTheUri(SeedCall seed) {
        server.answers(SeedCall.ANSWER);

        call(seed.uri() + "&accessToken=RAW(" + OTHER_TOKEN + ")", seed.body(), seed.headers());

        seed.assertIsOnTheWire(server.onlyRequest(), OTHER_TOKEN);
    }

    @Test
    void hasTheTokenOfAPlaceholderInYaml() throws Exception {
        context.getPropertiesComponent().addInitialProperty("hubspot.token", OTHER_TOKEN);
        yamlRoute("""
                - route:
                    from:
                      uri: direct:in
                      steps:
                        - to:
                            uri: hubspot:objects/tickets
                            parameters:
                              operation: create
                              accessToken: "{{hubspot.token}}"
                """);
        server.answers(SeedCall.ANSWER);

        call("direct:in", SeedCall.CREATE_TICKET.body());

        assertThatRequest(server.onlyRequest()).hasTheHeadersOfThePage(OTHER_TOKEN);
    }

    @ParameterizedTest
    @EnumSource
    void isNotInWhatIsSaidOfARefusal(SeedCall seed) {
        HubSpotSimulator simulator = useSimulator();
        simulator.settings().acceptedTokens().clear();

        Throwable refusal = send(seed.uri(), seed.body(), seed.headers()).getException();

        assertThat(simulator.calls()).hasSize(1);
        assertThat(simulator.calls().get(0).status()).isEqualTo(401);
        assertThat(refusal).isNotNull();
        assertThat(refusal).satisfies(exception -> {
            for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
                assertThat(cause.toString()).doesNotContain(simulator.accessToken());
            }
        });
        assertThat(context.getEndpoints().toString()).doesNotContain(simulator.accessToken());
    }
}
