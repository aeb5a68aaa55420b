// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.recipes;

import org.apache.camel.builder.RouteBuilder;

/** The message names the account. */
public class TenantRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:leads")
                .removeHeaders("CamelHubSpot*")
                .setHeader("CamelHubSpotAccount", header("tenant"))
                .to("hubspot:objects/contacts?operation=upsert&idProperty=email&tokenProvider=#tokens");
    }
}
