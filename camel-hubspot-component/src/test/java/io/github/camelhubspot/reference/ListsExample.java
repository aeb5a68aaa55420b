// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.reference;

import org.apache.camel.builder.RouteBuilder;

import io.github.camelhubspot.HubSpotConstants;

/** A list is made, and the contacts whose ids the header has are put into it. */
public class ListsExample extends RouteBuilder {
    @Override
    public void configure() {
        from("direct:in")
                .to("hubspot:lists?operation=create")
                .setHeader(HubSpotConstants.OBJECT_ID, header(HubSpotConstants.RESULT_ID))
                .setBody(header("members"))
                .to("hubspot:lists?operation=addMembers");
    }
}
