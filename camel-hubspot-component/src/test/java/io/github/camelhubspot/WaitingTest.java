// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Waiting for quota or a slot costs no thread, ends when the route stops, and cannot end in a deadlock. */
class WaitingTest extends SimulatorTestSupport {

    private static final String CREATE = "hubspot:objects/companies?operation=create";
    private static final int MINUTE = 60;

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:slow").routeId("slow").to(CREATE + "&requestsPerTenSeconds=1");
                from("direct:outer").routeId("outer").to("direct:inner");
                from("direct:inner").routeId("inner").to(CREATE + "&requestsPerTenSeconds=1");
                from("direct:two-steps")
                        .routeId("two-steps")
                        .to(CREATE)
                        .setHeader(HubSpotConstants.OBJECT_ID, header(HubSpotConstants.RESULT_ID))
                        .setBody(constant(Map.of("name", "Renamed")))
                        .to("hubspot:objects/companies?operation=update");
                from("direct:nested")
                        .routeId("nested")
                        .to(CREATE + "&maxConcurrentCalls=1")
                        .process(exchange -> {
                            String id = exchange.getMessage().getHeader(HubSpotConstants.RESULT_ID, String.class);
                            Object read = exchange.getContext()
                                    .createProducerTemplate()
                                    .requestBody("hubspot:objects/companies?operation=get&maxConcurrentCalls=1", id);
                            exchange.getMessage().setBody(read);
                        });
            }
        };
    }

    @Test
    void aThousandExchangesWaitForQuotaWithoutAThreadEach() throws Exception {
        AsyncProducer producer =
                context.getEndpoint(CREATE + "&requestsPerTenSeconds=1").createAsyncProducer();
        producer.start();
        int threadsBefore = Thread.activeCount();
        List<Exchange> ended = java.util.Collections.synchronizedList(new ArrayList<>());

        for (int i = 0; i < 1000; i++) {
            Exchange exchange = company("Company " + i);
            // Returns at once: the caller's thread is free.
            assertThat(producer.process(exchange, doneSync -> ended.add(exchange)))
                    .isFalse();
        }

        await().until(() -> ended.size() == 1);
        assertThat(waiting()).isEqualTo(999);
        assertThat(Thread.activeCount() - threadsBefore).isLessThan(10);

        context.stop();

        await().until(() -> ended.size() == 1000);
        assertThat(ended.stream().filter(exchange -> exchange.getException() == null))
                .hasSize(1);
        assertThat(ended.stream().filter(Exchange::isFailed)).hasSize(999).allSatisfy(exchange -> assertThat(
                        exchange.getException())
                .isInstanceOf(HubSpotException.class)
                .hasMessageContaining("stopped before the call was sent")
                .hasMessageContaining("nothing was sent"));
        assertThat(simulator().crm().records("companies")).hasSize(1);
    }

    @Test
    void stoppingARouteGivesBackWhatWaitsAndLetsTheCallInFlightFinish() throws Exception {
        simulator().faults().next().delay(Duration.ofMillis(700));
        List<CompletableFuture<Exchange>> sent = sendMany("direct:slow", 50);
        await().until(() -> simulator().inFlight() == 1 && waiting() == 49);

        // The time-out is far longer than the test waits.
        context.getRouteController().stopRoute("slow", 10 * MINUTE, TimeUnit.SECONDS);

        assertGivenBack(sent);
    }

    @Test
    void stoppingTheRouteInWhichAnExchangeIsEndsItsWaitToo() throws Exception {
        List<CompletableFuture<Exchange>> sent = sendMany("direct:outer", 20);
        await().until(() -> waiting() == 19);

        context.getRouteController().stopRoute("inner", 10 * MINUTE, TimeUnit.SECONDS);

        assertGivenBack(sent);
    }

    @Test
    void stoppingOneRouteLeavesTheWaitingCallsOfAnotherAlone() throws Exception {
        List<CompletableFuture<Exchange>> outer = sendMany("direct:outer", 3);
        await().untilAsserted(() -> {
            assertThat(outer).filteredOn(CompletableFuture::isDone).hasSize(1);
            assertThat(waiting()).isEqualTo(2);
        });

        context.getRouteController().stopRoute("slow", 10 * MINUTE, TimeUnit.SECONDS);

        assertThat(waiting()).isEqualTo(2);
        assertThat(outer.stream().filter(CompletableFuture::isDone)).hasSize(1);
    }

    @Test
    void aRouteThatWasStoppedAndStartedSendsAgain() throws Exception {
        context.getRouteController().stopRoute("slow", 10 * MINUTE, TimeUnit.SECONDS);
        context.getRouteController().startRoute("slow");

        Exchange exchange = send("direct:slow", Map.of("name", "Acme"));

        assertThat(exchange.getException()).isNull();
    }

    @Test
    void anExchangeInFlightMayMakeItsLastCallsWhileItsRouteStops() throws Exception {
        simulator().faults().next().delay(Duration.ofMillis(500));
        CompletableFuture<Exchange> sent = sendMany("direct:two-steps", 1).get(0);
        await().until(() -> simulator().inFlight() == 1);

        context.getRouteController().stopRoute("two-steps", 10 * MINUTE, TimeUnit.SECONDS);

        assertThat(sent.get(10, TimeUnit.SECONDS).getException()).isNull();
        assertThat(simulator().crm().records("companies").get(0).property("name"))
                .isEqualTo("Renamed");
    }

    @Test
    void aStepThatCallsHubSpotSynchronouslyCannotDeadlockHoweverFewSlotsThereAre() throws Exception {
        List<CompletableFuture<Exchange>> sent = sendMany("direct:nested", 100);

        for (CompletableFuture<Exchange> one : sent) {
            Exchange exchange = one.get(60, TimeUnit.SECONDS);
            assertThat(exchange.getException()).isNull();
            assertThat(exchange.getMessage().getBody(String.class)).contains("properties");
        }
        assertThat(simulator().maxInFlight()).isEqualTo(1);
    }

    /** How many calls wait; none before the first call, when there is no governor. */
    private int waiting() {
        return governor() == null ? 0 : governor().waiting();
    }

    private void assertGivenBack(List<CompletableFuture<Exchange>> sent) throws Exception {
        int succeeded = 0;
        for (CompletableFuture<Exchange> one : sent) {
            Exchange exchange = one.get(20, TimeUnit.SECONDS);
            if (exchange.getException() == null) {
                succeeded++;
            } else {
                assertThat(exchange.getException()).hasMessageContaining("stopped before the call was sent");
            }
        }
        assertThat(succeeded).isEqualTo(1);
        assertThat(simulator().crm().records("companies")).hasSize(1);
    }

    private List<CompletableFuture<Exchange>> sendMany(String uri, int exchanges) {
        return IntStream.range(0, exchanges)
                .mapToObj(i -> template.asyncSend(
                        uri, exchange -> exchange.getMessage().setBody(Map.of("name", "Company " + i))))
                .toList();
    }

    private Exchange company(String name) {
        Exchange exchange = context.getEndpoint(CREATE).createExchange();
        exchange.getMessage().setBody(Map.of("name", name));
        return exchange;
    }
}
