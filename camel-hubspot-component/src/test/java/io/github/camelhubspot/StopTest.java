// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import io.github.camelhubspot.batch.BatchResult;
import io.github.camelhubspot.batch.OutcomeStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A batch whose route or context stops ends in order: calls in flight finish, the rest is not sent and said so. */
class StopTest extends SimulatorTestSupport {

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:batch")
                        .routeId("batch")
                        .to("hubspot:objects/companies?operation=batchCreate&maxConcurrentCalls=2");
            }
        };
    }

    @Test
    void stoppingTheContextEndsTheRun() throws Exception {
        CompletableFuture<Exchange> sent = startBatch();

        context.stop();

        assertEnded(sent);
    }

    @Test
    void stoppingTheRouteEndsTheRunLongBeforeItsTimeIsOver() throws Exception {
        CompletableFuture<Exchange> sent = startBatch();

        context.getRouteController().stopRoute("batch", 10, TimeUnit.MINUTES);

        assertEnded(sent);
    }

    private CompletableFuture<Exchange> startBatch() {
        simulator().faults().always().delay(Duration.ofMillis(150));
        CompletableFuture<Exchange> sent = template.asyncSend(
                "direct:batch", exchange -> exchange.getMessage().setBody(companies()));
        await().until(() -> simulator().crm().records("companies").size() >= 200);
        return sent;
    }

    private void assertEnded(CompletableFuture<Exchange> sent) throws Exception {
        Exchange exchange = sent.get(20, TimeUnit.SECONDS);
        assertThat(exchange.getException()).isInstanceOf(HubSpotBatchException.class);
        BatchResult result = ((HubSpotBatchException) exchange.getException()).getResult();
        assertThat(result.total()).isEqualTo(50_000);
        assertThat(result.count(OutcomeStatus.NOT_SENT)).isPositive();
        assertThat(result.count(OutcomeStatus.AMBIGUOUS)).isZero();
        assertThat(result.count(OutcomeStatus.CREATED) + result.count(OutcomeStatus.NOT_SENT))
                .isEqualTo(50_000);
        assertThat(simulator().crm().records("companies")).hasSize((int) result.count(OutcomeStatus.CREATED));
    }

    private static List<Map<String, Object>> companies() {
        List<Map<String, Object>> companies = new ArrayList<>();
        IntStream.range(0, 50_000).forEach(i -> companies.add(Map.of("name", "Company " + i)));
        return companies;
    }
}
