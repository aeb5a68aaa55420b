// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.recipes;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;

import io.github.camelhubspot.NotFound;
import io.github.camelhubspot.dsl.HubSpotEndpointBuilderFactory.HubSpotBuilders;

/** A company by its number, with typed endpoints. */
public class TypedRoutes extends EndpointRouteBuilder implements HubSpotBuilders {

    @Override
    public void configure() {
        from(direct("domainOf"))
                .setHeader(hubspot().hubSpotObjectId(), body())
                .to(hubspot("objects/companies")
                        .operation("get")
                        .idProperty("external_id")
                        .properties("domain")
                        .notFound(NotFound.EMPTY))
                .setBody(simple("${body?[properties][domain]}"));
    }
}
