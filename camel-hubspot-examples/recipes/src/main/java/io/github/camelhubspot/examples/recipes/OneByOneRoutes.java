// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.recipes;

import org.apache.camel.builder.RouteBuilder;

import io.github.camelhubspot.HubSpotException;

/** Messages of one record each share calls. */
public class OneByOneRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // The trouble is not the record's: no answer, token, scope, limits, HubSpot's own faults.
        onException(HubSpotException.class)
                .onWhen(simple("${exception.httpResponseCode} regex '0|401|403|423|429|477|5..'"))
                .maximumRedeliveries(-1)
                .redeliveryDelay("{{redelivery.delay:10000}}")
                .asyncDelayedRedelivery();
        onException(Exception.class).handled(true).to("direct:refused");

        from("seda:companies").to("hubspot:objects/companies?operation=upsert&idProperty=external_id&microBatch=true");

        from("direct:refused")
                .errorHandler(noErrorHandler())
                .log("${exception.message}")
                .marshal()
                .json()
                .to("file:refused?fileName=${exchangeId}.json");
    }
}
