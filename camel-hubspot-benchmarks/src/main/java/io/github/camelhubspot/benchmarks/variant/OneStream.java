// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.variant;

import java.util.function.BiConsumer;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;

import io.github.camelhubspot.benchmarks.CompanyRecords;

/** All records are one exchange, whose body is an iterator. */
final class OneStream implements RouteUnderTest {

    private final BiConsumer<RouteBuilder, String> route;
    private ProducerTemplate template;

    OneStream(BiConsumer<RouteBuilder, String> route) {
        this.route = route;
    }

    @Override
    public void addTo(CamelContext context, String hubSpotUrl) throws Exception {
        RouteBuilder.addRoutes(context, routes -> route.accept(routes, hubSpotUrl));
        template = context.createProducerTemplate();
    }

    @Override
    public void send(CamelContext context, long records) throws Exception {
        Exchange sent =
                template.request(Routes.IN, exchange -> exchange.getIn().setBody(CompanyRecords.repeated(records)));
        if (sent.getException() != null) {
            throw sent.getException();
        }
    }
}
