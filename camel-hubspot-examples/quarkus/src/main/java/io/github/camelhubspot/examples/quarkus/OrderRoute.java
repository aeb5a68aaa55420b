// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.quarkus;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;

import io.github.camelhubspot.dsl.HubSpotEndpointBuilderFactory.HubSpotBuilders;

/** An order becomes a deal of its company, with typed endpoints. The same in YAML is {@code camel/order.yaml}. */
public final class OrderRoute extends EndpointRouteBuilder implements HubSpotBuilders {

    @Override
    public void configure() {
        // Whoever sends an order is told of its failure.
        errorHandler(noErrorHandler());
        from(direct("order"))
                .routeId("orderByJava")
                .precondition("'{{orders.routes}}' == 'java'")
                .setVariable("order", body())
                .setBody(exchange -> exchange.getVariable("order", Order.class).asCompany())
                .to(hubspot("objects/companies").operation("upsert").idProperty("customer_number"))
                .setVariable("company", header(hubspot().hubSpotResultId()))
                .setBody(exchange -> exchange.getVariable("order", Order.class).asDeal())
                .to(hubspot("objects/deals").operation("upsert").idProperty("order_number"))
                .setVariable("deal", header(hubspot().hubSpotResultId()))
                .setHeader(hubspot().hubSpotObjectId(), variable("deal"))
                .setHeader(hubspot().hubSpotToObjectId(), variable("company"))
                .to(hubspot("associations/deals").operation("putDefault").toObjectType("companies"));
    }
}
