// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.recipes;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;

import io.github.camelhubspot.dsl.HubSpotEndpointBuilderFactory.HubSpotBuilders;

/** The routes that README begins with. */
public class ReadmeRoutes extends EndpointRouteBuilder implements HubSpotBuilders {

    @Override
    public void configure() {
        from(file("inbox").include(".*.ndjson").move("done").moveFailed("failed"))
                .to(hubspot("objects/companies")
                        .operation("batchUpsert")
                        .idProperty("external_id")
                        .rejectedUri("direct:rejected"))
                .log("${body}");

        from(direct("link"))
                .setHeader(hubspot().hubSpotObjectId(), simple("${header.ticketId}"))
                .setHeader(hubspot().hubSpotToObjectId(), simple("${header.companyId}"))
                .to(hubspot("associations/tickets")
                        .operation("put")
                        .toObjectType("companies")
                        .associationTypeId("339")
                        .associationCategory("HUBSPOT_DEFINED"));
    }
}
