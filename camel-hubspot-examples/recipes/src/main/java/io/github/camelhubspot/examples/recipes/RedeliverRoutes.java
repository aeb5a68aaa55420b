// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.recipes;

import org.apache.camel.builder.RouteBuilder;

import io.github.camelhubspot.HubSpotAmbiguousWriteException;
import io.github.camelhubspot.HubSpotAuthenticationException;
import io.github.camelhubspot.HubSpotBatchException;
import io.github.camelhubspot.HubSpotConflictException;
import io.github.camelhubspot.HubSpotDailyLimitException;
import io.github.camelhubspot.HubSpotException;
import io.github.camelhubspot.HubSpotMissingScopeException;
import io.github.camelhubspot.HubSpotNotFoundException;
import io.github.camelhubspot.HubSpotValidationException;

/** What is redelivered and what is not. */
public class RedeliverRoutes extends RouteBuilder {

    @Override
    public void configure() {
        onException(
                        HubSpotBatchException.class,
                        HubSpotAmbiguousWriteException.class,
                        HubSpotValidationException.class,
                        HubSpotConflictException.class,
                        HubSpotNotFoundException.class,
                        HubSpotMissingScopeException.class,
                        HubSpotAuthenticationException.class,
                        HubSpotDailyLimitException.class)
                .handled(true)
                .to("direct:look-at-it");
        onException(HubSpotException.class)
                .maximumRedeliveries(3)
                .redeliveryDelay("{{redelivery.delay:30000}}")
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
