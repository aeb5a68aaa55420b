// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.reference;

import org.apache.camel.builder.RouteBuilder;

/** Records are exported, and what HubSpot has written goes to a file as it comes. */
public class ExportsExample extends RouteBuilder {
    @Override
    public void configure() {
        from("direct:in")
                .to("hubspot:exports?operation=start&wait=true")
                .to("file:target/exports?fileName=contacts.csv");
    }
}
