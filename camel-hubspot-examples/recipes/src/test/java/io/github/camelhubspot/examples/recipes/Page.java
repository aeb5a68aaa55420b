// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.recipes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of the documentation, with what it prints in fenced blocks. */
record Page(Path file, String text) {

    /** The root of the repository; tests run in a folder of their own. */
    static final Path ROOT =
            Path.of(System.getProperty("basedir")).resolve("../..").normalize();

    private static final Path DOCS = ROOT.resolve("docs");

    /** The page with that path below {@code docs}. */
    static Page of(String path) {
        return read(DOCS.resolve(path));
    }

    /** All pages below {@code docs}. */
    static List<Page> all() {
        try (Stream<Path> files = Files.walk(DOCS)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .map(Page::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Page read(Path file) {
        try {
            return new Page(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The path below {@code docs}, such as {@code how-to/enrich.md}. */
    String name() {
        return DOCS.relativize(file).toString().replace('\\', '/');
    }

    /** The fenced blocks in that language, in the order of the page. */
    List<String> blocks(String language) {
        return Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$")
                .matcher(text)
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    @Override
    public String toString() {
        return name();
    }
}
