// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.soak.worker;

import java.util.List;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.dataformat.JsonLibrary;

import io.github.camelhubspot.HubSpotException;
import io.github.camelhubspot.benchmarks.soak.work.Kind;

/**
 * From the queue to HubSpot. A message is acknowledged once the outcome of each of its records is in the database; one that
 * was not sent, or may be sent again, goes back to the queue.
 */
final class QueueRoutes extends RouteBuilder {

    private final int consumers;

    QueueRoutes(int consumers) {
        this.consumers = consumers;
    }

    @Override
    public void configure() {
        onException(HubSpotException.class).maximumRedeliveries(0).handled(true).to("direct:settle");

        from("jms:queue:work?concurrentConsumers=" + consumers)
                .routeId("queue")
                .transacted("required")
                .unmarshal()
                .json(JsonLibrary.Jackson, List.class)
                .setProperty(Settlement.INPUTS, body())
                .toD("direct:${header.kind}")
                .to("direct:settle");

        for (Kind kind : Kind.values()) {
            if (kind.form() == Kind.Form.TABLE) {
                continue;
            }
            // A failure belongs to the route of the queue, which says above what becomes of it.
            var route = from("direct:" + kind).errorHandler(noErrorHandler());
            if (kind.form() == Kind.Form.SINGLE) {
                route.setBody(simple("${body[0]}"));
            }
            route.to(kind.uri());
        }

        from("direct:settle")
                .errorHandler(noErrorHandler())
                .process(new Settlement())
                .to(Settlement.INSERT_OUTCOMES)
                .choice()
                .when(exchangeProperty(Settlement.AGAIN))
                .markRollbackOnly()
                .when(exchangeProperty(Settlement.REST).isNotNull())
                // Within the transaction that takes the message off the queue, so that there is always one of the two.
                .setBody(exchangeProperty(Settlement.REST))
                .marshal()
                .json(JsonLibrary.Jackson)
                .convertBodyTo(String.class)
                .to("jms:queue:work");
    }
}
