// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.reference;

import org.apache.camel.builder.RouteBuilder;

/** A stage is added to the pipeline that deals have from the beginning. */
public class PipelinesExample extends RouteBuilder {
    @Override
    public void configure() {
        from("direct:in").to("hubspot:pipelines/deals?operation=createStage&objectId=default");
    }
}
