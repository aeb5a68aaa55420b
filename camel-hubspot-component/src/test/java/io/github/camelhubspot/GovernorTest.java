// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.apache.camel.Component;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Calls that wait are neither forgotten nor starved. */
class GovernorTest extends SimulatorTestSupport {

    private static final String LIST = "hubspot:objects/companies?operation=list&pagination=page";

    @Test
    void stoppingEndsACallThatWaitsForItsRetry() throws Exception {
        simulator().faults().always().answer(503, "{}", Map.of("Retry-After", "30"));
        CompletableFuture<Exchange> sent = template.asyncSend(LIST, exchange -> {});
        await().until(() -> simulator().calls().size() == 1);

        context.stop();

        assertThat(sent.get(20, TimeUnit.SECONDS).getException())
                .isInstanceOf(HubSpotException.class)
                .hasMessageContaining("stopped");
        assertThat(calls()).hasSize(1);
    }

    @Test
    void aSearchGetsItsTurnWhileBatchesWantEverySlot() throws Exception {
        simulator().faults().always().matching("POST", "*/batch/create").delay(Duration.ofMillis(50));
        List<Map<String, String>> companies = IntStream.range(0, 3000)
                .mapToObj(i -> Map.of("name", "Company " + i))
                .toList();
        CompletableFuture<Exchange> first = startBatch(companies);
        CompletableFuture<Exchange> second = startBatch(companies);
        await().until(() -> calls().size() >= 3);

        Exchange search = send("hubspot:objects/companies?operation=search&pagination=page", null);

        assertThat(search.getException()).isNull();
        assertThat(List.of(first.isDone(), second.isDone())).containsOnly(false);
        assertThat(calls()).hasSizeLessThan(30);
        assertThat(first.get(60, TimeUnit.SECONDS).getException()).isNull();
        assertThat(second.get(60, TimeUnit.SECONDS).getException()).isNull();
    }

    private CompletableFuture<Exchange> startBatch(List<Map<String, String>> companies) {
        return template.asyncSend(
                "hubspot:objects/companies?operation=batchCreate&maxConcurrentCalls=1",
                exchange -> exchange.getMessage().setBody(companies));
    }

    @Test
    void aComponentThatWasStoppedAndStartedSendsAgain() {
        assertThat(send(LIST, null).getException()).isNull();
        Component component = context.getComponent("hubspot");

        component.stop();
        component.start();

        assertThat(send(LIST, null).getException()).isNull();
    }
}
