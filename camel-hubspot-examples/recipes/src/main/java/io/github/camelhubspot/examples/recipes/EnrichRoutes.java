// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.recipes;

import org.apache.camel.builder.RouteBuilder;

/** An order gets the name of its customer. */
public class EnrichRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:order")
                .setHeader("CamelHubSpotObjectId", simple("${body[customer]}"))
                .toV(
                        "hubspot:objects/companies?operation=get&idProperty=external_id&properties=name,domain&notFound=empty",
                        null,
                        "customer")
                .removeHeader("CamelHubSpotObjectId")
                .choice()
                .when(variable("customer").isNull())
                .setHeader("customerName", constant("unknown"))
                .otherwise()
                .setHeader("customerName", simple("${variable.customer[properties][name]}"))
                .end()
                .to("direct:ship");

        from("direct:ship").log("for ${header.customerName}");
    }
}
