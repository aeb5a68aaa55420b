// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What the reference pages of the resources print as examples: files that {@link ResourceExamplesTest} runs. */
final class ResourcePages {

    private static final Path YAML = Path.of("src/test/resources/reference");
    private static final Path JAVA = Path.of("src/test/java/io/github/camelhubspot/reference");
    private static final String METHOD = "public void configure() {";

    private ResourcePages() {}

    /** What the example of a resource does, in a sentence. */
    static String summary(String resource) throws IOException {
        return lines(resource).get(0).substring(2);
    }

    /** The example of a resource in YAML. */
    static String yaml(String resource) throws IOException {
        return lines(resource).stream().skip(1).collect(Collectors.joining("\n")) + "\n";
    }

    private static List<String> lines(String resource) throws IOException {
        return Files.readAllLines(YAML.resolve(resource + ".yaml"));
    }

    /** The example of a resource in Java: what its class has in {@code configure}. */
    static String java(String resource) throws IOException {
        String source = Files.readString(JAVA.resolve(simpleName(resource) + ".java"));
        int begin = source.indexOf(METHOD) + METHOD.length() + 1;
        return source.substring(begin, source.indexOf("\n    }\n", begin)).stripIndent() + "\n";
    }

    /** The class of the example in Java. */
    static String javaClass(String resource) {
        return "io.github.camelhubspot.reference." + simpleName(resource);
    }

    private static String simpleName(String resource) {
        return Character.toUpperCase(resource.charAt(0)) + resource.substring(1) + "Example";
    }
}
