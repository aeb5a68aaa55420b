// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.recipes;

import org.apache.camel.builder.RouteBuilder;

/** Files for HubSpot to import, and what it refused of them. */
public class ImportRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:import")
                .to("hubspot:imports?operation=start&wait=true&waitTimeout=6h&progressUri=direct:progress")
                .setHeader("CamelHubSpotObjectId", simple("${body[id]}"))
                .to("hubspot:imports?operation=errors&parameter.includeErrorMessage=true&parameter.includeRowData=true")
                .split(body())
                .streaming()
                .marshal()
                .json()
                .to("file:refused-rows?fileName=rows.ndjson&fileExist=Append&appendChars=\\n");

        from("direct:progress").log("import ${header.CamelHubSpotResultId}: ${body[state]}");
    }
}
