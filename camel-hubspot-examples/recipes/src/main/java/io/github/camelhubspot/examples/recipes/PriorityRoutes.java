// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.recipes;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;

import io.github.camelhubspot.dsl.HubSpotEndpointBuilderFactory.HubSpotBuilders;

/** An import beside lookups. */
public class PriorityRoutes extends EndpointRouteBuilder implements HubSpotBuilders {

    @Override
    public void configure() {
        from(file("inbox").include(".*[.]ndjson").move("../done/${file:name}").moveFailed("../failed/${file:name}"))
                .to(hubspot("objects/companies")
                        .operation("batchUpsert")
                        .idProperty("external_id")
                        .priority("bulk")
                        .advanced()
                        .dailyCeiling(80));

        from(direct("lookup")).to(hubspot("objects/companies").operation("get").idProperty("external_id"));
    }
}
