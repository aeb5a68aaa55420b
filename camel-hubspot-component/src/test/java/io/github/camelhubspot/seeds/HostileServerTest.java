// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.seeds;

import java.util.Map;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.github.camelhubspot.HubSpotComponent;

import static org.assertj.core.api.Assertions.assertThat;

/** A server that would send the caller, and its token, to another one; and a token that would write headers. */
class HostileServerTest extends SeedTestSupport {

    @RegisterExtension
    final RecordingServer elsewhere = new RecordingServer();

    @ParameterizedTest
    @EnumSource
    void noRedirectIsFollowed(SeedCall seed) {
        for (int status : new int[] {301, 302, 303, 307, 308}) {
            server.forget();
            server.answers(CannedAnswer.json(status, "{}").with("Location", elsewhere.baseUrl() + "/next"));

            Exchange exchange = send(seed.uri(), seed.body(), seed.headers());

            assertThat(server.requests()).as("requests with %d", status).hasSize(1);
            assertThat(elsewhere.requests())
                    .as("requests elsewhere with %d", status)
                    .isEmpty();
            assertThat(exchange.getException()).as("exception with %d", status).isNotNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void norIsTheLocationOfWhatWasMade(SeedCall seed) {
        server.answers(SeedCall.ANSWER.with("Location", elsewhere.baseUrl() + "/next"));

        call(seed.uri(), seed.body(), seed.headers());

        assertThat(server.requests()).hasSize(1);
        assertThat(elsewhere.requests()).isEmpty();
    }

    @Test
    void aTokenCannotWriteAnotherHeader() {
        HubSpotComponent component = context.getComponent("hubspot", HubSpotComponent.class);
        component.getConfiguration().setAccessToken("to\r\nX-Injected: yes\r\n\r\nGET /smuggled HTTP/1.1");

        assertRefusedBeforeTheCall(
                "hubspot:objects/companies?operation=create", Map.of("name", "Acme"), Map.of(), "accessToken");
    }
}
