// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.recipes;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The YAML that pages print is run: out of the page by a test of this module, or as a route of an example. */
class PrintedYamlTest {

    static List<Page> pages() {
        return Page.all().stream()
                .filter(page -> !page.blocks("yaml").isEmpty())
                // The component's own tests run what these print.
                .filter(page -> !page.name().startsWith("reference/"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void itIsRun(Page page) {
        boolean here = Sources.of(Path.of(System.getProperty("basedir"), "src/test/java"), ".java").stream()
                .anyMatch(test -> test.contains('"' + page.name() + '"'));
        List<String> routes = Sources.of(Page.ROOT.resolve("camel-hubspot-examples"), ".yaml");

        assertThat(here
                        || page.blocks("yaml").stream()
                                .allMatch(block -> routes.stream().anyMatch(route -> route.contains(block))))
                .as("%s is run by a test of this module, or is a route of an example", page)
                .isTrue();
    }
}
