// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.reference;

import org.apache.camel.builder.RouteBuilder;

/** Files are imported, and the route goes on when HubSpot has finished; the body is a map of importRequest and files. */
public class ImportsExample extends RouteBuilder {
    @Override
    public void configure() {
        from("direct:in").to("hubspot:imports?operation=start&wait=true&waitTimeout=2h");
    }
}
