// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.recipes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.github.camelhubspot.HubSpotAuthenticationException;
import io.github.camelhubspot.simulator.calls.RecordedCall;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code tenants.md} and {@code secrets.md}: where tokens come from. */
class AccountsTest extends RecipeTest {

    @BeforeEach
    void writeTheTokens() throws IOException {
        secret("north", "token-of-north");
        secret("south", "token-of-south");
        secret("default", "first-token");
        simulator().settings().acceptedTokens().addAll(List.of("token-of-north", "token-of-south", "first-token"));
    }

    private static void secret(String account, String token) throws IOException {
        Files.writeString(Files.createDirectories(Path.of("secrets/hubspot")).resolve(account), token + "\n");
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void eachTenantsMessagesGoToItsAccount(Form form) throws Exception {
        RunningRecipe recipe =
                recipeWithoutToken("how-to/tenants.md").bean("tokens", new FolderTokens("secrets/hubspot"));
        form.start(recipe, new TenantRoutes());

        for (String tenant : List.of("north", "south")) {
            Exchange exchange = recipe.send(
                    "direct:leads",
                    Map.of("email", tenant + "@example.com"),
                    // What a sender tries to smuggle in is not looked at.
                    Map.of("tenant", tenant, "CamelHubSpotAccount", "default"));
            assertThat(exchange.getException()).isNull();
        }
        Exchange unknown = recipe.send("direct:leads", Map.of("email", "a@example.com"), Map.of("tenant", "west"));

        assertThat(unknown.getException()).isInstanceOf(HubSpotAuthenticationException.class);
        assertThat(tokensSeen()).containsExactly("Bearer token-of-north", "Bearer token-of-south");
    }

    @Test
    void aTokenThatWasChangedInItsFileIsTakenWhereTheOldOneHasExpired() throws Exception {
        RunningRecipe recipe = recipeWithoutToken("how-to/secrets.md")
                .bean("hubspotToken", simulator().accessToken())
                .start();
        recipe.send("direct:from-a-file", Map.of("name", "First"));

        secret("default", "second-token");
        simulator().settings().expireToken("first-token", simulator().clock().instant());
        simulator().settings().acceptedTokens().add("second-token");
        Exchange second = recipe.send("direct:from-a-file", Map.of("name", "Second"));

        assertThat(second.getException()).isNull();
        assertThat(tokensSeen()).containsExactly("Bearer first-token", "Bearer first-token", "Bearer second-token");
    }

    @Test
    void aTokenThatWasRevokedIsReplacedByTheOneInItsFile() throws Exception {
        RunningRecipe recipe = recipeWithoutToken("how-to/secrets.md")
                .bean("hubspotToken", simulator().accessToken())
                .start();
        recipe.send("direct:from-a-file", Map.of("name", "First"));

        secret("default", "second-token");
        simulator().settings().acceptedTokens().remove("first-token");
        simulator().settings().acceptedTokens().add("second-token");
        Exchange second = recipe.send("direct:from-a-file", Map.of("name", "Second"));

        assertThat(second.getException()).isNull();
        assertThat(tokensSeen()).containsExactly("Bearer first-token", "Bearer first-token", "Bearer second-token");
    }

    @Test
    void aTokenCanBeABean() throws Exception {
        RunningRecipe recipe = recipeWithoutToken("how-to/secrets.md")
                .bean("hubspotToken", simulator().accessToken())
                .start();

        Exchange exchange = recipe.send("direct:from-a-bean", Map.of("name", "Acme"));

        assertThat(exchange.getException()).isNull();
        assertThat(tokensSeen()).containsExactly("Bearer " + simulator().accessToken());
    }

    @Test
    void anAccountNamedByAMessageCannotLeaveTheFolder() throws Exception {
        RunningRecipe recipe = recipeWithoutToken("how-to/tenants.md").start();
        Files.writeString(Path.of("secrets/outside"), "first-token");

        Exchange exchange =
                recipe.send("direct:leads", Map.of("email", "a@example.com"), Map.of("tenant", "../outside"));

        assertThat(exchange.getException()).isInstanceOf(HubSpotAuthenticationException.class);
        assertThat(simulator().calls()).isEmpty();
    }

    private List<String> tokensSeen() {
        return simulator().calls().stream()
                .map((RecordedCall call) -> call.header("Authorization"))
                .toList();
    }
}
