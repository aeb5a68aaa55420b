// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.soak.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Looks for a text in all files of a folder. */
public final class SecretScan {

    private static final int SHOWN = 200;

    private SecretScan() {}

    /** The lines that hold the text, shortened, each with its file. */
    public static List<String> find(Path folder, String text) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                find(file, text, found);
            }
        }
        return found;
    }

    private static void find(Path file, String text, List<String> found) throws IOException {
        // A decoder that stumbles over no byte: a killed process may leave half a character.
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int at = line.indexOf(text);
                if (at >= 0) {
                    String shown = line.substring(Math.max(0, at - SHOWN), Math.min(line.length(), at + SHOWN));
                    found.add(file.getFileName() + ": " + shown);
                }
            }
        }
    }
}
