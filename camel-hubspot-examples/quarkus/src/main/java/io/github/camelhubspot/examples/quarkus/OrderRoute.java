// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.quarkus;

import org.apache.camel.builder.RouteBuilder;

import io.github.camelhubspot.HubSpotConstants;

/** An order becomes a deal of its company. The same in YAML is {@code camel/order.yaml}. */
public final class OrderRoute extends RouteBuilder {

    @Override
    public void configure() {
        // Whoever sends an order is told of its failure.
        errorHandler(noErrorHandler());
        from("direct:order")
                .routeId("orderByJava")
                .precondition("'{{orders.routes}}' == 'java'")
                .setVariable("order", body())
                .setBody(exchange -> exchange.getVariable("order", Order.class).asCompany())
                .to("hubspot:objects/companies?operation=upsert&idProperty=customer_number")
                .setVariable("company", header(HubSpotConstants.RESULT_ID))
                .setBody(exchange -> exchange.getVariable("order", Order.class).asDeal())
                .to("hubspot:objects/deals?operation=upsert&idProperty=order_number")
                .setVariable("deal", header(HubSpotConstants.RESULT_ID))
                .setHeader(HubSpotConstants.OBJECT_ID, variable("deal"))
                .setHeader(HubSpotConstants.TO_OBJECT_ID, variable("company"))
                .to("hubspot:associations/deals?operation=putDefault&toObjectType=companies");
    }
}
