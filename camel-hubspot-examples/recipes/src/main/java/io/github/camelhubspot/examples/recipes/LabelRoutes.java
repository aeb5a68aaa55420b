// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.recipes;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;

import io.github.camelhubspot.dsl.HubSpotEndpointBuilderFactory.HubSpotBuilders;

/** Links with a label by name. */
public class LabelRoutes extends EndpointRouteBuilder implements HubSpotBuilders {

    @Override
    public void configure() {
        from(direct("links"))
                .to(hubspot("associations/tickets")
                        .operation("batchPut")
                        .toObjectType("companies")
                        .associationLabel("Reported by")
                        .labelMode("add")
                        .rejectedUri("direct:not-linked"));

        from(direct("not-linked"))
                .log("${header.CamelHubSpotRecordKey} ${header.CamelHubSpotErrorMessage}")
                .to(log("not-linked").showAll(false).showBody(true));
    }
}
