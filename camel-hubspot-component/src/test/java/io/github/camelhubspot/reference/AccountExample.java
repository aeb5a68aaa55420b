// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.reference;

import org.apache.camel.builder.RouteBuilder;

/** The time zone of the account is read, by whose midnight the calls of the day are counted. */
public class AccountExample extends RouteBuilder {
    @Override
    public void configure() {
        from("direct:in").to("hubspot:account?operation=info").setBody(simple("${body[timeZone]}"));
    }
}
