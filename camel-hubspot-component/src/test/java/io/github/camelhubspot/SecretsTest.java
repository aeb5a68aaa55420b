// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;

import org.apache.camel.Exchange;
import org.apache.camel.console.DevConsole;
import org.apache.camel.console.DevConsoleRegistry;
import org.junit.jupiter.api.Test;

import io.github.camelhubspot.api.HubSpotError;

import static org.assertj.core.api.Assertions.assertThat;

/** The token shows nowhere, and messages of exceptions hold no values of records. */
class SecretsTest extends SimulatorTestSupport {

    private static final String TOKEN = "pat-eu1-verysecret";

    @Test
    void theTokenShowsInNoUriNoExceptionAndNoConsole() {
        Exchange exchange = send("hubspot:objects/companies?operation=list&accessToken=" + TOKEN, null);

        assertThat(exchange.getException()).isInstanceOf(HubSpotAuthenticationException.class);
        StringWriter trace = new StringWriter();
        exchange.getException().printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).doesNotContain(TOKEN);
        assertThat(context.getEndpoints())
                .allSatisfy(endpoint -> assertThat(endpoint.toString()).doesNotContain(TOKEN));
        DevConsole console = context.getCamelContextExtension()
                .getContextPlugin(DevConsoleRegistry.class)
                .resolveById("hubspot");
        assertThat(console.call(DevConsole.MediaType.TEXT))
                .asString()
                .contains("hubspot: 1 accounts, 0 calls in flight, 0 waiting")
                .doesNotContain(TOKEN);
    }

    @Test
    void theMessageOfAnExceptionNamesThePropertyAndNotItsValue() {
        Exchange exchange =
                send("hubspot:objects/contacts?operation=create", Map.of("email", "private-address-without-at"));

        HubSpotException exception = (HubSpotException) exchange.getException();
        assertThat(exception)
                .isInstanceOf(HubSpotValidationException.class)
                .hasMessageContaining("property email (INVALID_EMAIL)")
                .hasMessageContaining(lastCall().correlationId());
        assertThat(exception.getMessage()).doesNotContain("private-address");
        HubSpotError error = exception.getError();
        assertThat(error.message()).contains("private-address");
        assertThat(exception.getHttpResponseCode()).isEqualTo(400);
        assertThat(exception.getCategory()).isEqualTo("VALIDATION_ERROR");
        assertThat(exception.getCorrelationId()).isEqualTo(lastCall().correlationId());
    }

    @Test
    void theMessageOfABatchHoldsNoValuesEither() {
        Exchange exchange = send(
                "hubspot:objects/contacts?operation=batchCreate",
                List.of(Map.of("email", "private-address-without-at"), Map.of("email", "ann@example.com")));

        assertThat(exchange.getException().getMessage())
                .contains("property email (INVALID_EMAIL)")
                .doesNotContain("private-address");
    }

    @Test
    void noHeaderOfTheMessageReachesHubSpotAndNoneOfItsAnswerTheMessage() {
        Exchange exchange = template.send("hubspot:objects/companies?operation=list", e -> {
            e.getMessage().setHeader("Cookie", "session=1");
            e.getMessage().setHeader("X-Internal", "internal");
            e.getMessage().setHeader("CamelHttpPath", "/elsewhere");
            e.getMessage().setHeader("Authorization", "Bearer stolen");
        });

        assertThat(exchange.getException()).isNull();
        assertThat(lastCall().header("Cookie")).isNull();
        assertThat(lastCall().header("X-Internal")).isNull();
        assertThat(lastCall().header("Authorization"))
                .isEqualTo("Bearer " + simulator().accessToken());
        assertThat(lastCall().path()).isEqualTo("/crm/v3/objects/companies");
        assertThat(exchange.getMessage().getHeaders().keySet())
                .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("x-hubspot"))
                .doesNotContain("CamelHttpResponseCode");
    }
}
