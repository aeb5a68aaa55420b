// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.recipes;

import org.apache.camel.builder.RouteBuilder;

/** A feed that is looked at before it is written, and writes only what differs. */
public class PreviewRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:preview")
                .to(
                        "hubspot:objects/companies?operation=batchUpsert&idProperty=external_id&dryRun=true&batchFailure=report");

        from("direct:feed")
                .to("hubspot:objects/companies?operation=batchUpsert&idProperty=external_id&validate=strict"
                        + "&skipUnchanged=true&batchFailure=report");
    }
}
