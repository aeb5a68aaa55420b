// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.recipes;

import org.apache.camel.builder.RouteBuilder;

/** A contract is read, extended and written back. */
public class ContractRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:extend")
                .to("hubspot:objects/companies?operation=get&idProperty=external_id"
                        + "&properties=external_id,contract_end,contract_parts"
                        + "&outputType=class&outputClass=" + Contract.class.getName())
                .setBody(simple("${body.extendedBy(1)}"))
                .to("hubspot:objects/companies?operation=update");
    }
}
