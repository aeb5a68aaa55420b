// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.recipes;

import org.apache.camel.builder.RouteBuilder;

/** Messages of one record each share calls. */
public class OneByOneRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("seda:companies")
                .errorHandler(deadLetterChannel("direct:refused"))
                .to("hubspot:objects/companies?operation=upsert&idProperty=external_id&microBatch=true");

        from("direct:refused")
                .log("${exception.message}")
                .marshal()
                .json()
                .to("file:refused?fileName=${exchangeId}.json");
    }
}
