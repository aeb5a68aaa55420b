// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.recipes;

import org.apache.camel.builder.RouteBuilder;

/** A file of any size. */
public class LargeFileRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("file:inbox?include=.*[.]ndjson&move=../done/${file:name}&moveFailed=../failed/${file:name}")
                .to("hubspot:objects/companies?operation=batchUpsert&idProperty=external_id&priority=bulk"
                        + "&rejectedUri=direct:rejected")
                .log("${file:name}: ${header.CamelHubSpotSucceeded} written, ${header.CamelHubSpotFailed} failed");

        from("direct:rejected")
                .filter(simple("${header.CamelHubSpotOutcome} != 'REJECTED'"))
                .throwException(
                        IllegalStateException.class, "The run is to end: a record is ${header.CamelHubSpotOutcome}")
                .end()
                .marshal()
                .json()
                .to("file:rejected?fileExist=Append&appendChars=\\n");
    }
}
