// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.recipes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The Java that pages print stands in the sources of this module, which are compiled and run. */
class PrintedJavaTest {

    /** Pages whose Java needs a broker or a database; they say where it runs. */
    private static final Set<String> ELSEWHERE = Set.of("traffic.md", "reliability.md");

    private record Printed(Page page, String java) {
        @Override
        public String toString() {
            return page.name() + ": " + java.lines().findFirst().orElse("");
        }
    }

    static List<Printed> printed() {
        return Page.all().stream()
                .filter(page -> !ELSEWHERE.contains(page.name()))
                // The component's own tests run what these print.
                .filter(page -> !page.name().startsWith("reference/"))
                .flatMap(page -> page.blocks("java").stream().map(block -> new Printed(page, block)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("printed")
    void itIsCompiled(Printed printed) throws IOException {
        String wanted = flat(printed.java());

        try (Stream<Path> files = Files.walk(Path.of(System.getProperty("basedir"), "src"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .anyMatch(file -> flat(text(file)).contains(wanted)))
                    .as("a source of this module holds this block of %s:%n%s", printed.page(), printed.java())
                    .isTrue();
        }
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

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
