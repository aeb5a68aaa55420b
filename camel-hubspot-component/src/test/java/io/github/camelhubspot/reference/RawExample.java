// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.reference;

import org.apache.camel.builder.RouteBuilder;

/** A call that has no operation of its own, with the same tokens, quota, retries and errors. */
public class RawExample extends RouteBuilder {
    @Override
    public void configure() {
        from("direct:in").to("hubspot:raw?method=GET&path=/account-info/v3/details");
    }
}
