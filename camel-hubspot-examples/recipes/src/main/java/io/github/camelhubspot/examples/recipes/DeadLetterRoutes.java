// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.recipes;

import org.apache.camel.builder.RouteBuilder;

/** Refused records become a file. */
public class DeadLetterRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("file:inbox?include=.*[.]ndjson&move=../done/${file:name}&moveFailed=../failed/${file:name}")
                .to("hubspot:objects/companies?operation=batchUpsert&idProperty=external_id"
                        + "&rejectedUri=direct:rejected")
                .log("${file:name}: ${body}");

        from("direct:rejected")
                .log("${header.CamelHubSpotRecordKey} ${header.CamelHubSpotOutcome}"
                        + " ${header.CamelHubSpotErrorCategory} ${header.CamelHubSpotErrorProperties}")
                .filter(simple("${header.CamelHubSpotOutcome} != 'REJECTED'"))
                .throwException(
                        IllegalStateException.class, "The run is to end: a record is ${header.CamelHubSpotOutcome}")
                .end()
                .marshal()
                .json()
                .to("file:rejected?fileExist=Append&appendChars=\\n");
    }
}
