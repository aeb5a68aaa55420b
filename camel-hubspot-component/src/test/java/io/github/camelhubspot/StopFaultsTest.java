// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.lang.reflect.Field;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What stops forgets nothing that it accepted and keeps nothing that has gone. */
class StopFaultsTest extends SimulatorTestSupport {

    private static final String CREATE = "hubspot:objects/companies?operation=batchCreate";

    private final CompletableFuture<Exchange> handedOver = new CompletableFuture<>();
    private final CountDownLatch goOn = new CountDownLatch(1);

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("seda:batch").routeId("batch").to(CREATE);
                from("direct:batch").routeId("directBatch").to(CREATE);
                from("direct:intake").routeId("intake").to("seda:handover");
                from("seda:handover")
                        .routeId("handover")
                        .onCompletion()
                        .process(handedOver::complete)
                        .end()
                        .process(exchange -> goOn.await())
                        .to(CREATE);
            }
        };
    }

    @Test
    void whatAStoppedRouteHandedOverToARunningOneIsSent() throws Exception {
        template.sendBody("direct:intake", List.of(Map.of("name", "Acme")));
        context.getRouteController().stopRoute("intake");
        goOn.countDown();

        handedOver.get(20, TimeUnit.SECONDS);
        assertThat(simulator().crm().records("companies")).hasSize(1);
    }

    @Test
    void routesThatAreGoneAreForgotten() throws Exception {
        for (int i = 0; i < 20; i++) {
            String id = "dynamic-" + i;
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:" + id).routeId(id).to(CREATE);
                }
            });
            context.getRouteController().stopRoute(id);
            context.removeRoute(id);
        }
        Field field = RouteStops.class.getDeclaredField("stopping");
        field.setAccessible(true);
        RouteStops stops =
                ((HubSpotComponent) context.getComponent("hubspot")).clients().routeStops();
        assertThat((Collection<?>) field.get(stops)).isEmpty();
    }

    @Test
    void allThatWasAcceptedRunsWhenTheThreadsAreShutDown() throws Exception {
        ExecutorService threads = Executors.newSingleThreadExecutor();
        BoundedExecutor executor = new BoundedExecutor(threads, 1);
        AtomicInteger ran = new AtomicInteger();
        CountDownLatch first = new CountDownLatch(1);
        executor.execute(() -> {
            try {
                first.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        for (int i = 0; i < 50_000; i++) {
            executor.execute(ran::incrementAndGet);
        }
        threads.shutdown();
        first.countDown();
        threads.awaitTermination(20, TimeUnit.SECONDS);

        assertThat(ran).hasValue(50_000);
    }

    private CompletableFuture<Exchange> slowBatch() {
        simulator().faults().always().delay(Duration.ofSeconds(4));
        CompletableFuture<Exchange> sent = batch();
        await().until(() -> context.getInflightRepository().size("batch") > 0);
        return sent;
    }

    private CompletableFuture<Exchange> batch() {
        return template.asyncSend("seda:batch?waitForTaskToComplete=Always", exchange -> exchange.getMessage()
                .setBody(List.of(Map.of("name", "Acme"))));
    }
}
