// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.recipes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** The folder that tests run in, from which the routes of pages name theirs. */
final class WorkFolder {

    private WorkFolder() {}

    static void empty() throws IOException {
        Path folder = Path.of("").toAbsolutePath();
        assertThat(folder).endsWith(Path.of("target", "work"));
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(folder)) {
                    Files.delete(file);
                }
            }
        }
    }
}
