// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.apache.camel.AsyncProducer;
import org.apache.camel.BindToRegistry;
import org.apache.camel.Exchange;
import org.apache.camel.component.http.HttpComponent;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** How calls are sent: asynchronously, within the quota, through whatever camel-http component the user has. */
class TransportTest extends SimulatorTestSupport {

    @BindToRegistry("ownHttp")
    private final HttpComponent ownHttp = ownHttp();

    private static HttpComponent ownHttp() {
        HttpComponent http = new HttpComponent();
        http.setHttpClientConfigurer((HttpClientBuilder builder) -> builder.addRequestInterceptorLast(
                (request, entity, context) -> request.addHeader("X-Proxy-Hint", "own")));
        return http;
    }

    @Test
    void theUsersOwnHttpComponentIsUsed() {
        ownHttp.setCamelContext(context);

        assertThat(send("hubspot:objects/companies?operation=list&httpComponent=#ownHttp", null)
                        .getException())
                .isNull();

        assertThat(lastCall().header("X-Proxy-Hint")).isEqualTo("own");
    }

    @Test
    void aFaultIsNotRepeatedByTheHttpClientBehindOurBack() {
        ownHttp.setCamelContext(context);
        simulator().faults().next(2).answer(503);

        send("hubspot:objects/companies?operation=create&httpComponent=#ownHttp", Map.of("name", "Acme"));

        assertThat(calls()).hasSize(1);
    }

    @Test
    void aRedirectIsNotFollowed() {
        simulator()
                .faults()
                .next()
                .answer(302, "", Map.of("Location", simulator().baseUrl() + "/crm/v3/objects/deals"));

        Exchange exchange = send("hubspot:objects/companies?operation=list", null);

        assertThat(exchange.getException()).isInstanceOf(HubSpotException.class).hasMessageContaining("302");
        assertThat(calls()).hasSize(1);
    }

    @Test
    void theRouteGoesOnOnAWorkerAndTheCallersThreadIsFree() throws Exception {
        AsyncProducer producer =
                context.getEndpoint("hubspot:objects/companies?operation=list").createAsyncProducer();
        producer.start();
        Exchange exchange = context.getEndpoint("direct:any").createExchange();
        CompletableFuture<String> thread = new CompletableFuture<>();

        boolean sync = producer.process(
                exchange, doneSync -> thread.complete(Thread.currentThread().getName()));

        assertThat(sync).isFalse();
        assertThat(thread.get(10, TimeUnit.SECONDS)).contains("HubSpotWorkers");
    }

    @Test
    void searchesKeepToTheirLimit() {
        simulator().settings().searchPerSecondLimit(5);
        String uri = "hubspot:objects/companies?operation=search&searchesPerSecond=5&pagination=page";

        List<CompletableFuture<Exchange>> sent = new ArrayList<>();
        IntStream.range(0, 12).forEach(i -> sent.add(template.asyncSend(uri, exchange -> {})));

        assertThat(sent).allSatisfy(future -> assertThat(
                        future.get(30, TimeUnit.SECONDS).getException())
                .isNull());
        assertThat(calls()).hasSize(12).allSatisfy(call -> assertThat(call.status())
                .isEqualTo(200));
    }

    @Test
    void noMoreCallsAreInFlightThanAllowed() {
        IntStream.range(0, 40)
                .mapToObj(i -> template.asyncSend(
                        "hubspot:objects/companies?operation=create&maxConcurrentCalls=3",
                        exchange -> exchange.getMessage().setBody(Map.of("name", "Company"))))
                .toList()
                .forEach(CompletableFuture::join);

        assertThat(simulator().crm().records("companies")).hasSize(40);
        assertThat(simulator().maxInFlight()).isLessThanOrEqualTo(3);
    }
}
