// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.recipes;

import org.apache.camel.builder.RouteBuilder;

/** Links between records that the message knows by numbers of its own. */
public class LinkRoutes extends RouteBuilder {

    @Override
    public void configure() {
        LinkRows linkRows = new LinkRows();

        from("direct:links")
                .setVariable("rows", body())
                .setBody(method(linkRows, "tickets"))
                .toV("hubspot:objects/tickets?operation=batchGet&idProperty=external_id", null, "tickets")
                .setBody(method(linkRows, "companies"))
                .toV("hubspot:objects/companies?operation=batchGet&idProperty=external_id", null, "companies")
                .setBody(method(linkRows, "unlinked"))
                .filter(simple("${body.size} > 0"))
                .to("direct:not-linked")
                .end()
                .setBody(method(linkRows, "linked"))
                .to("hubspot:associations/tickets?operation=batchPutDefault&toObjectType=companies");

        from("direct:not-linked").marshal().json().to("file:not-linked?fileName=${exchangeId}.json");
    }
}
