// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.variant;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;

import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;

import io.github.camelhubspot.benchmarks.CompanyRecords;

/** Each record is an exchange of its own; so many threads as calls are to be in flight wait for its end. */
final class OneByOne implements RouteUnderTest {

    private final BiConsumer<RouteBuilder, String> route;
    private final ExecutorService senders = Executors.newFixedThreadPool(CONCURRENCY);
    private ProducerTemplate template;

    OneByOne(BiConsumer<RouteBuilder, String> route) {
        this.route = route;
    }

    @Override
    public void addTo(CamelContext context, String hubSpotUrl) throws Exception {
        RouteBuilder.addRoutes(context, routes -> route.accept(routes, hubSpotUrl));
        template = context.createProducerTemplate();
    }

    @Override
    public void send(CamelContext context, long records) throws Exception {
        Endpoint in = context.getEndpoint(Routes.IN);
        AtomicLong next = new AtomicLong();
        List<Future<?>> ends = new ArrayList<>();
        for (int i = 0; i < CONCURRENCY; i++) {
            ends.add(senders.submit(() -> {
                for (long n = next.getAndIncrement(); n < records; n = next.getAndIncrement()) {
                    check(template.requestBody(in, CompanyRecords.prepared(n)));
                }
            }));
        }
        for (Future<?> end : ends) {
            end.get();
        }
    }

    private static void check(Object answer) {
        if (!(answer instanceof Map<?, ?> created) || !(created.get("id") instanceof String)) {
            throw new IllegalStateException("The answer is no record but " + answer);
        }
    }

    @Override
    public void close() {
        senders.shutdown();
    }
}
