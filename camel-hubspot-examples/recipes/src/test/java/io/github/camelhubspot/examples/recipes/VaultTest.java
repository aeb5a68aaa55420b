// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.recipes;

import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.github.camelhubspot.HubSpotAuthenticationException;
import io.github.camelhubspot.simulator.calls.RecordedCall;
import io.undertow.Undertow;
import io.undertow.server.HttpServerExchange;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code vault.md}, against a server that speaks the part of Vault's HTTP API that the recipe uses. */
class VaultTest extends RecipeTest {

    private static final String VAULT_TOKEN = "s.vault";

    private final Map<String, String> secrets = new ConcurrentHashMap<>();
    private Undertow vault;

    @BeforeEach
    void startTheVault() {
        vault = Undertow.builder().addHttpListener(0, "127.0.0.1", this::answer).build();
        vault.start();
        simulator().settings().acceptedTokens().add("first-token");
        secrets.put("/v1/secret/data/hubspot/default", "first-token");
    }

    private void answer(HttpServerExchange call) {
        String secret = secrets.get(call.getRequestPath());
        if (!VAULT_TOKEN.equals(call.getRequestHeaders().getFirst("X-Vault-Token"))) {
            call.setStatusCode(403);
        } else if (secret == null) {
            call.setStatusCode(404);
        } else {
            call.getResponseSender().send("{\"data\":{\"data\":{\"token\":\"" + secret + "\"},\"metadata\":{}}}");
        }
    }

    @AfterEach
    void stopTheVault() {
        vault.stop();
    }

    private RunningRecipe start(String vaultToken) throws Exception {
        InetSocketAddress address =
                (InetSocketAddress) vault.getListenerInfo().get(0).getAddress();
        return recipeWithoutToken("how-to/vault.md")
                .property("vault.address", "http://127.0.0.1:" + address.getPort())
                .property("vault.token", vaultToken)
                .start();
    }

    @Test
    void theTokenComesOutOfTheVaultAndAgainWhenItWasReplaced() throws Exception {
        RunningRecipe recipe = start(VAULT_TOKEN);
        assertThat(recipe.send("direct:create", Map.of("name", "First")).getException())
                .isNull();

        simulator().settings().acceptedTokens().remove("first-token");
        simulator().settings().acceptedTokens().add("second-token");
        secrets.put("/v1/secret/data/hubspot/default", "second-token");

        assertThat(recipe.send("direct:create", Map.of("name", "Second")).getException())
                .isNull();
        assertThat(simulator().calls())
                .extracting((RecordedCall call) -> call.header("Authorization"))
                .containsExactly("Bearer first-token", "Bearer first-token", "Bearer second-token");
    }

    @Test
    void aVaultThatRefusesIsNamedWithoutItsSecret() throws Exception {
        Exchange exchange = start("s.wrong").send("direct:create", Map.of("name", "First"));

        assertThat(exchange.getException())
                .isInstanceOf(HubSpotAuthenticationException.class)
                .hasMessageContaining("The vault answers 403")
                .hasMessageNotContaining("s.wrong");
        assertThat(simulator().calls()).isEmpty();
    }
}
