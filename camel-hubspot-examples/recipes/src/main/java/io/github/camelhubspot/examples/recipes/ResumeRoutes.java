// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.recipes;

import org.apache.camel.builder.RouteBuilder;

/** A file that may be delivered again. */
public class ResumeRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("file:inbox?include=.*[.]ndjson&move=../done/${file:name}&moveFailed=../failed/${file:name}")
                .to("hubspot:objects/companies?operation=batchCreate&idProperty=external_id&onConflict=skip")
                .log("${file:name}: ${body}");
    }
}
