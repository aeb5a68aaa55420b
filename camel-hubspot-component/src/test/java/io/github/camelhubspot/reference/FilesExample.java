// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.reference;

import org.apache.camel.builder.RouteBuilder;

/** The body is uploaded as a file. */
public class FilesExample extends RouteBuilder {
    @Override
    public void configure() {
        from("direct:in").to("hubspot:files?operation=upload&folderPath=/reports&fileName=figures.csv");
    }
}
