// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.reference;

import org.apache.camel.builder.RouteBuilder;

/** A property is defined, and then the properties of the type are read as a JSON Schema. */
public class PropertiesExample extends RouteBuilder {
    @Override
    public void configure() {
        from("direct:in")
                .to("hubspot:properties/companies?operation=create")
                .to("hubspot:properties/companies?operation=jsonSchema");
    }
}
