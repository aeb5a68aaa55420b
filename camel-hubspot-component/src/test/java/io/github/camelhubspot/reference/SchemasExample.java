// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.reference;

import org.apache.camel.builder.RouteBuilder;

/** A custom object is defined. */
public class SchemasExample extends RouteBuilder {
    @Override
    public void configure() {
        from("direct:in").to("hubspot:schemas?operation=create");
    }
}
