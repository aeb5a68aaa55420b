// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.reference;

import org.apache.camel.builder.RouteBuilder;

/** Every owner becomes a message. */
public class OwnersExample extends RouteBuilder {
    @Override
    public void configure() {
        from("direct:in")
                .to("hubspot:owners?operation=list")
                .split(body())
                .streaming()
                .to("mock:owner");
    }
}
