// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.recipes;

import org.apache.camel.builder.RouteBuilder;

import io.github.camelhubspot.HubSpotAmbiguousWriteException;
import io.github.camelhubspot.HubSpotAuthenticationException;
import io.github.camelhubspot.HubSpotBatchException;
import io.github.camelhubspot.HubSpotDailyLimitException;
import io.github.camelhubspot.HubSpotException;

/** What is redelivered and what is not. */
public class RedeliverRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // No answer, locked, rate limit, migration, HubSpot's own faults.
        onException(HubSpotException.class)
                .onWhen(simple("${exception.httpResponseCode} regex '0|423|429|477|5..'"))
                .maximumRedeliveries(3)
                .redeliveryDelay("{{redelivery.delay:30000}}")
                .asyncDelayedRedelivery()
                .handled(true)
                .to("direct:look-at-it");
        onException(
                        HubSpotException.class,
                        HubSpotBatchException.class,
                        HubSpotAmbiguousWriteException.class,
                        HubSpotAuthenticationException.class,
                        HubSpotDailyLimitException.class)
                .handled(true)
                .to("direct:look-at-it");

        from("direct:order").to("hubspot:objects/companies?operation=create");

        from("direct:look-at-it")
                .log("${exception.message}")
                .marshal()
                .json()
                .to("file:look-at-it?fileName=${exchangeId}.json");
    }
}
