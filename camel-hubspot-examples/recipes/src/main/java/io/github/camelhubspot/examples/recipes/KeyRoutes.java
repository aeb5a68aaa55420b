// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.recipes;

import org.apache.camel.builder.RouteBuilder;

/** Contacts and links that name companies by their domains. */
public class KeyRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:contact").to("hubspot:objects/contacts?operation=upsert&idProperty=email&missingTarget=create");

        from("direct:links")
                .to(
                        "hubspot:associations/contacts?toObjectType=companies&operation=batchPutDefault&batchFailure=report");
    }
}
