// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.reference;

import org.apache.camel.builder.RouteBuilder;

/** HubSpot is told that many events have occurred; the body is a list of them. */
public class EventsExample extends RouteBuilder {
    @Override
    public void configure() {
        from("direct:in").to("hubspot:events?operation=sendBatch");
    }
}
