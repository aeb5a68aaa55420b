// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.recipes;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;

import io.github.camelhubspot.dsl.HubSpotEndpointBuilderFactory.HubSpotBuilders;

/** A file that may be delivered again. */
public class ResumeRoutes extends EndpointRouteBuilder implements HubSpotBuilders {

    @Override
    public void configure() {
        from(file("inbox").include(".*[.]ndjson").move("../done/${file:name}").moveFailed("../failed/${file:name}"))
                .to(hubspot("objects/companies")
                        .operation("batchCreate")
                        .idProperty("external_id")
                        .onConflict("skip"))
                .log("${file:name}: ${body}");
    }
}
