// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The {@code hubspot:} URIs that stand in README, docs and examples. */
final class PrintedUris {

    /** A URI up to what ends it in Java, YAML or Markdown; one with a blank or a placeholder is prose. */
    private static final Pattern URI = Pattern.compile("hubspot:[a-z]+(?:/[\\w-]+)?\\?[\\w=&.:,%/#-]++(?!…)");

    private static final Pattern YAML_BLOCK = Pattern.compile("(?ms)^```yaml\n(.*?)^```$");

    private PrintedUris() {}

    /**
     * A URI.
     *
     * @param file where it stands
     */
    record Printed(String file, String uri) {}

    static List<Printed> all() throws IOException {
        List<Printed> printed = new ArrayList<>();
        Path root = Path.of("..").toRealPath();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.map(root::relativize)
                    .filter(PrintedUris::isRead)
                    .sorted()
                    .toList()) {
                collect(file.toString(), Files.readString(root.resolve(file)), printed);
            }
        }
        return printed;
    }

    static String readme() throws IOException {
        return Files.readString(Path.of("../README.md"));
    }

    private static boolean isRead(Path file) {
        String path = "/" + file.toString().replace('\\', '/');
        boolean text =
                path.endsWith(".md") || path.endsWith(".adoc") || path.endsWith(".yaml") || path.endsWith(".java");
        boolean ours = path.endsWith(".md")
                || path.contains("/docs/")
                || path.contains("-examples/")
                || path.contains("/main/resources/kamelets/");
        return text && ours && !path.contains("/target/") && !path.contains("/.git/");
    }

    private static void collect(String file, String text, List<Printed> printed) {
        Matcher matcher = URI.matcher(text);
        while (matcher.find()) {
            // Java and YAML write an ampersand as it is; XML does not.
            printed.add(new Printed(file, matcher.group().replace("&amp;", "&").replaceFirst("[.,:]+$", "")));
        }
        for (String yaml : yamlIn(file, text)) {
            new Load(LoadSettings.builder().build())
                    .loadAllFromString(yaml)
                    .forEach(document -> collectSteps(file, document, printed));
        }
    }

    private static List<String> yamlIn(String file, String text) {
        return file.endsWith(".yaml")
                ? List.of(text)
                : YAML_BLOCK
                        .matcher(text)
                        .results()
                        .map(block -> block.group(1))
                        .toList();
    }

    /** The steps whose options stand below {@code parameters}. */
    private static void collectSteps(String file, Object node, List<Printed> printed) {
        if (node instanceof Collection<?> several) {
            several.forEach(one -> collectSteps(file, one, printed));
        } else if (node instanceof Map<?, ?> map) {
            if (map.get("uri") instanceof String uri
                    && uri.startsWith("hubspot:")
                    && map.get("parameters") instanceof Map<?, ?> parameters) {
                printed.add(new Printed(
                        file,
                        uri
                                + parameters.entrySet().stream()
                                        .map(option -> option.getKey() + "=" + option.getValue())
                                        .collect(Collectors.joining("&", "?", ""))));
            }
            map.values().forEach(one -> collectSteps(file, one, printed));
        }
    }
}
