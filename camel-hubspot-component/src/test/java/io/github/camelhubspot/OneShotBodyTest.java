// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.camelhubspot.batch.BatchResult;
import io.github.camelhubspot.batch.OutcomeStatus;

import static org.assertj.core.api.Assertions.assertThat;

/** What can be read only once is never taken for an empty success, and what can be read again loses nothing. */
class OneShotBodyTest extends SimulatorTestSupport {

    private final Set<String> failedOnce = Collections.synchronizedSet(new HashSet<>());
    private final AtomicBoolean failSplit = new AtomicBoolean(true);

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(defaultErrorHandler().maximumRedeliveries(1).redeliveryDelay(0));

                // Without stream caching, as a route for large files is written.
                from("direct:batch").streamCache("false").to("hubspot:objects/companies?operation=batchCreate");

                from("direct:cached-batch").streamCache("true").to("hubspot:objects/companies?operation=batchCreate");

                from("direct:list")
                        .to("hubspot:objects/companies?operation=list&limit=10")
                        .process(exchange -> failFirstTime(exchange, "list"))
                        .split(body())
                        .streaming()
                        .to("mock:listed");

                from("direct:redelivered-read")
                        .errorHandler(noErrorHandler())
                        .to("hubspot:objects/companies?operation=list&limit=10")
                        .to("direct:split");

                from("direct:split")
                        .errorHandler(
                                defaultErrorHandler().maximumRedeliveries(2).redeliveryDelay(0))
                        .to("direct:split-once");

                from("direct:split-once")
                        .errorHandler(noErrorHandler())
                        .split(body())
                        .streaming()
                        .stopOnException()
                        .process(this::failAtTheFifteenth)
                        .to("mock:split");

                from("direct:wiretap")
                        .to("hubspot:objects/companies?operation=list&limit=10")
                        .wireTap("direct:tapped")
                        .split(body())
                        .streaming()
                        .to("mock:main");

                from("direct:tapped").split(body()).streaming().to("mock:tapped");
            }

            private void failAtTheFifteenth(Exchange exchange) {
                if (exchange.getProperty(Exchange.SPLIT_INDEX, int.class) == 14 && failSplit.getAndSet(false)) {
                    throw new IllegalStateException("in the middle of the second page");
                }
            }
        };
    }

    private void failFirstTime(Exchange exchange, String step) {
        if (failedOnce.add(step)) {
            throw new IllegalStateException("the first time");
        }
    }

    static Stream<Object> oneShotBodies() {
        String json = "[{\"name\":\"A\"},{\"name\":\"B\"}]";
        List<Map<String, String>> records = List.of(Map.of("name", "A"), Map.of("name", "B"));
        return Stream.of(
                new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
                new StringReader(json),
                records.iterator(),
                records.stream());
    }

    @ParameterizedTest
    @MethodSource("oneShotBodies")
    void aRedeliveredOneShotBodyFailsTheExchange(Object body) {
        // The first attempt reads the body and is refused, the redelivery finds it read.
        simulator().settings().accessToken("another token");

        Exchange exchange = template.send("direct:batch", e -> e.getMessage().setBody(body));

        assertThat(exchange.getException())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("can be read only once");
        assertThat(simulator().crm().records("companies")).isEmpty();
    }

    @Test
    void aRedeliveredCollectionIsSentAgain() {
        simulator().faults().next().answer(403, "{\"status\":\"error\",\"category\":\"MISSING_SCOPES\"}");

        Exchange exchange = template.send(
                "direct:batch", e -> e.getMessage().setBody(List.of(Map.of("name", "A"), Map.of("name", "B"))));

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody(BatchResult.class).count(OutcomeStatus.CREATED))
                .isEqualTo(2);
    }

    @Test
    void aRedeliveredStreamThatCamelCachesIsSentAgain() {
        simulator().faults().next().answer(403, "{\"status\":\"error\",\"category\":\"MISSING_SCOPES\"}");
        InputStream stream =
                new ByteArrayInputStream("{\"name\":\"A\"}\n{\"name\":\"B\"}".getBytes(StandardCharsets.UTF_8));

        Exchange exchange =
                template.send("direct:cached-batch", e -> e.getMessage().setBody(stream));

        assertThat(exchange.getException()).isNull();
        assertThat(simulator().crm().records("companies")).hasSize(2);
    }

    @Test
    void aRedeliveredStepAfterAListReadLosesNothing() throws Exception {
        create(25);
        MockEndpoint mock = getMockEndpoint("mock:listed");
        mock.expectedMessageCount(25);

        template.sendBody("direct:list", null);

        mock.assertIsSatisfied();
        assertThat(names(mock)).hasSize(25);
    }

    @Test
    void aRedeliveredSplitReadsTheListAnew() throws Exception {
        create(25);
        MockEndpoint mock = getMockEndpoint("mock:split");
        mock.expectedMessageCount(14 + 25);

        template.sendBody("direct:redelivered-read", null);

        mock.assertIsSatisfied();
        assertThat(names(mock)).hasSize(25);
    }

    @Test
    void aWireTapOnAListReadGetsEveryRecordToo() throws Exception {
        create(25);
        getMockEndpoint("mock:main").expectedMessageCount(25);
        getMockEndpoint("mock:tapped").expectedMessageCount(25);

        template.sendBody("direct:wiretap", null);

        MockEndpoint.assertIsSatisfied(context);
        assertThat(names(getMockEndpoint("mock:main"))).hasSize(25);
        assertThat(names(getMockEndpoint("mock:tapped"))).hasSize(25);
    }

    private void create(int count) {
        IntStream.range(0, count).forEach(i -> simulator().crm().create("companies", Map.of("name", "Company " + i)));
    }

    private static Set<Object> names(MockEndpoint mock) {
        Set<Object> ids = new HashSet<>();
        for (Exchange exchange : new ArrayList<>(mock.getReceivedExchanges())) {
            ids.add(exchange.getMessage().getBody(Map.class).get("id"));
        }
        return ids;
    }
}
