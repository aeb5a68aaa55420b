// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.reference;

import org.apache.camel.builder.RouteBuilder;

/** A contact is linked to its company; the body names both. */
public class AssociationsExample extends RouteBuilder {
    @Override
    public void configure() {
        from("direct:in").to("hubspot:associations/contacts?toObjectType=companies&operation=putDefault");
    }
}
