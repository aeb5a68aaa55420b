// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.reference;

import org.apache.camel.builder.RouteBuilder;

/** A contact is written by its e-mail address, whether it is there or not. */
public class ObjectsExample extends RouteBuilder {
    @Override
    public void configure() {
        from("direct:in").to("hubspot:objects/contacts?operation=upsert&idProperty=email");
    }
}
