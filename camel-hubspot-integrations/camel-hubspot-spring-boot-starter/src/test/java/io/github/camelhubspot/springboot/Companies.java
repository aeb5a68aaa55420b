// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.springboot;

import org.apache.camel.builder.RouteBuilder;

/** A route that uses the component. */
class Companies extends RouteBuilder {
    @Override
    public void configure() {
        from("direct:company").to("hubspot:objects/companies?operation=create");
    }
}
