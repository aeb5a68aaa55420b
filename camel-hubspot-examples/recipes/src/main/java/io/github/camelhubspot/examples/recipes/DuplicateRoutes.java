// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.recipes;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;

import io.github.camelhubspot.dsl.HubSpotEndpointBuilderFactory.HubSpotBuilders;

/** Creates of what may exist. */
public class DuplicateRoutes extends EndpointRouteBuilder implements HubSpotBuilders {

    @Override
    public void configure() {
        from(direct("leave"))
                .to(hubspot("objects/companies")
                        .operation("create")
                        .idProperty("external_id")
                        .onConflict("skip"))
                .log("${header.CamelHubSpotOutcome} ${header.CamelHubSpotResultId}");

        from(direct("change"))
                .to(hubspot("objects/companies")
                        .operation("create")
                        .idProperty("external_id")
                        .onConflict("update"))
                .log("${header.CamelHubSpotOutcome} ${header.CamelHubSpotResultId}");
    }
}
