// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.recipes;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;

import io.github.camelhubspot.dsl.HubSpotEndpointBuilderFactory.HubSpotBuilders;

/** The message names the account. */
public class TenantRoutes extends EndpointRouteBuilder implements HubSpotBuilders {

    @Override
    public void configure() {
        from(direct("leads"))
                .removeHeaders("CamelHubSpot*")
                .setHeader(hubspot().hubSpotAccount(), header("tenant"))
                .to(hubspot("objects/contacts")
                        .operation("upsert")
                        .idProperty("email")
                        .tokenProvider("#tokens"));
    }
}
