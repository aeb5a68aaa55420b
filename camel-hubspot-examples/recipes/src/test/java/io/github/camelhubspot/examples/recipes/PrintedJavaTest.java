// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.recipes;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The Java that pages print stands in sources that are compiled and run: of this module, another example, or a benchmark. */
class PrintedJavaTest {

    /** The page whose Java is a summary of routes that it names. */
    private static final String SUMMARY = "reliability.md";

    private static List<String> sources;

    private record Printed(Page page, String java) {
        @Override
        public String toString() {
            return page.name() + ": " + java.lines().findFirst().orElse("");
        }
    }

    static List<Printed> printed() {
        Page readme = Page.of("../README.md");
        Stream<Printed> routes =
                Stream.of(new Printed(readme, readme.blocks("java").get(0)));
        return Stream.concat(
                        routes,
                        Page.all().stream()
                                .filter(page -> !page.name().equals(SUMMARY))
                                // The component's own tests run what these print.
                                .filter(page -> !page.name().startsWith("reference/"))
                                .flatMap(page -> page.blocks("java").stream().map(block -> new Printed(page, block))))
                .toList();
    }

    @BeforeAll
    static void readTheSources() {
        sources = Stream.of("camel-hubspot-examples", "camel-hubspot-benchmarks")
                .flatMap(module -> Sources.of(Page.ROOT.resolve(module), ".java").stream())
                .map(PrintedJavaTest::flat)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("printed")
    void itIsCompiled(Printed printed) {
        String wanted = flat(printed.java());

        assertThat(sources.stream().anyMatch(source -> source.contains(wanted)))
                .as("a source that is compiled holds this block of %s:%n%s", printed.page(), printed.java())
                .isTrue();
    }

    @Test
    void thereIsSome() {
        assertThat(printed()).hasSizeGreaterThan(8);
    }

    /** The lines without their indentation, which differs between a page and a class, and without blank ones. */
    private static String flat(String java) {
        StringBuilder flat = new StringBuilder("\n");
        java.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> flat.append(line)
                .append('\n'));
        return flat.toString();
    }
}
