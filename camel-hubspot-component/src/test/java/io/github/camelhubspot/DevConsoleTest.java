// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.apache.camel.Exchange;
import org.apache.camel.console.DevConsole;
import org.apache.camel.console.DevConsole.MediaType;
import org.apache.camel.console.DevConsoleRegistry;
import org.apache.camel.util.json.JsonObject;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.api.Json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The console's page shows calls, batches and accounts. */
class DevConsoleTest extends SimulatorTestSupport {

    private static final String LIST = "hubspot:objects/companies?operation=list&pagination=page";

    @Test
    void theTextTellsOfCallsAndAccounts() {
        simulator().settings().dailyLimit(1000).withoutScopes("crm.objects.contacts.read");
        simulator().faults().next().answer(503);
        send(LIST, null);
        send("hubspot:objects/contacts?operation=list", null);

        // A call is in flight a little longer than its exchange.
        await().until(() -> text().contains(" 0 calls in flight"));
        assertThat(text().lines())
                .hasSize(5)
                .startsWith(
                        "hubspot: 1 accounts, 0 calls in flight, 0 waiting",
                        "  2 calls ended, 1 of them failed, 1 retries, 0 tokens fetched")
                .anyMatch(line -> line.startsWith("  last success: 20"))
                .anyMatch(line -> line.startsWith("  last failure: MISSING_SCOPE (objects?operation=list) at 20"))
                .anyMatch(line -> line.startsWith("  the default account: ")
                        && line.contains("remainingToday=99")
                        && line.contains("problems=objects?operation=list of contacts lacks the scopes"
                                + " [crm.objects.contacts.read]"));
    }

    @Test
    void theJsonTellsTheSame() throws Exception {
        simulator().settings().tenSecondlyLimit(190).dailyLimit(1000);
        send(LIST, null);
        send("hubspot:objects/companies?operation=create", Map.of("misspelt", "Acme"));

        JsonNode hubspot = json();

        assertThat(hubspot.path("name").asText()).isEqualTo("hubspot");
        assertThat(hubspot.path("accounts").asInt()).isEqualTo(1);
        assertThat(hubspot.path("calls").asInt()).isEqualTo(2);
        assertThat(hubspot.path("failedCalls").asInt()).isEqualTo(1);
        assertThat(hubspot.at("/lastFailure/kind").asText()).isEqualTo("VALIDATION");
        assertThat(hubspot.at("/lastFailure/operation").asText()).isEqualTo("objects?operation=create");
        assertThat(hubspot.path("lastSuccess").asText()).startsWith("20");
        assertThat(hubspot.path("batches")).isEmpty();
        assertThat(hubspot.at("/list/0/requestsPerTenSeconds").asInt()).isEqualTo(190);
        assertThat(hubspot.at("/list/0/remainingToday").asInt()).isEqualTo(998);
        assertThat(hubspot.at("/list/0/lastSuccess").asText()).startsWith("20");
        assertThat(hubspot.toString()).doesNotContain(simulator().accessToken());
    }

    @Test
    void aRunningBatchShowsHowFarItIs() throws Exception {
        HeldRecords records = new HeldRecords(150, 100);
        CompletableFuture<Exchange> sent = template.asyncSend(
                "hubspot:objects/companies?operation=batchCreate&maxConcurrentCalls=1",
                exchange -> exchange.getMessage().setBody(records));

        await().untilAsserted(() -> {
            JsonNode batch = json().at("/batches/0");
            assertThat(batch.path("operation").asText()).isEqualTo("objects?operation=batchCreate");
            assertThat(batch.path("succeeded").asInt()).isEqualTo(99);
            assertThat(batch.path("notSucceeded").asInt()).isEqualTo(1);
        });
        assertThat(text()).contains("99 inputs succeeded, 1 did not");
        records.letGo();
        sent.get(20, TimeUnit.SECONDS);
        assertThat(json().path("batches")).isEmpty();
    }

    private DevConsole console() {
        return context.getCamelContextExtension()
                .getContextPlugin(DevConsoleRegistry.class)
                .resolveById("hubspot");
    }

    private String text() {
        return (String) console().call(MediaType.TEXT);
    }

    private JsonNode json() throws Exception {
        String text = ((JsonObject) console().call(MediaType.JSON)).toJson();
        return Json.MAPPER.readTree(text).at("/components/0");
    }
}
