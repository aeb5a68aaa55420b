// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.quarkus.deployment;

import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.ProdBuildResults;
import io.quarkus.test.ProdModeTestResults;
import io.quarkus.test.QuarkusProdModeTest;

/** What GraalVM would be given for an application with the extension and nothing of its own. */
class NativeSourcesTest {

    @RegisterExtension
    static final QuarkusProdModeTest BUILD = new QuarkusProdModeTest()
            .withApplicationRoot(jar -> jar.addClass(Routes.class))
            .setApplicationName("native-sources")
            .setApplicationVersion("1")
            .overrideConfigKey("quarkus.native.enabled", "true")
            .overrideConfigKey("quarkus.native.sources-only", "true");

    @ProdBuildResults
    private ProdModeTestResults results;

    @Test
    void x() {
        System.out.println(results.getBuildDir() + " " + results.getResults());
    }

    /** A route. */
    public static class Routes extends RouteBuilder {
        @Override
        public void configure() {
            from("direct:company").to("hubspot:objects/companies?operation=create");
        }
    }
}
