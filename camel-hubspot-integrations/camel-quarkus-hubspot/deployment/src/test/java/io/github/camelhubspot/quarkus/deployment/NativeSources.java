// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.quarkus.deployment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What Quarkus hands to GraalVM for an application: its jars, and what is told of them. */
final class NativeSources {

    private final Path folder;
    private final Map<String, JsonNode> reflective = new HashMap<>();
    private final List<Pattern> resources = new ArrayList<>();
    private final String setUp;
    private final Set<String> entries = new HashSet<>();

    NativeSources(Path buildFolder) throws IOException {
        folder = buildFolder.resolve("native-sources");
        ObjectMapper mapper = new ObjectMapper();
        try (JarFile runner = new JarFile(runner().toFile())) {
            mapper.readTree(entry(runner, "META-INF/native-image/reflect-config.json"))
                    .forEach(type -> reflective.put(type.get("name").asText(), type));
            mapper.readTree(entry(runner, "META-INF/native-image/resource-config.json"))
                    .at("/resources/includes")
                    .forEach(resource -> resources.add(
                            Pattern.compile(resource.get("pattern").asText())));
            setUp = new String(entry(runner, "io/quarkus/runner/Feature.class"), StandardCharsets.ISO_8859_1);
        }
        for (Path jar : jars("")) {
            entries(jar).forEach(entry -> entries.add(entry.getName()));
        }
    }

    /** The jar of the application, with the classes that extensions changed. */
    Path runner() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The libraries whose names, group first, begin with a text; those that extensions changed among them. */
    List<Path> jars(String prefix) {
        try (Stream<Path> libraries = Files.list(folder.resolve("lib"))) {
            return libraries
                    .filter(jar -> jar.getFileName()
                            .toString()
                            .replaceFirst("^modified-", "")
                            .startsWith(prefix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String arguments() throws IOException {
        return Files.readString(folder.resolve("native-image.args"));
    }

    boolean has(String resource) {
        return entries.contains(resource);
    }

    boolean isResource(String path) {
        return resources.stream().anyMatch(pattern -> pattern.matcher(path).matches());
    }

    boolean hasConstructors(String type) {
        return is(type, "allDeclaredConstructors");
    }

    boolean hasMethods(String type) {
        return is(type, "allDeclaredMethods");
    }

    boolean hasFields(String type) {
        return is(type, "allDeclaredFields");
    }

    private boolean is(String type, String access) {
        return reflective.containsKey(type) && reflective.get(type).path(access).asBoolean();
    }

    /** Whether the image's set-up, a class that Quarkus writes, names a class to initialise when the program runs. */
    boolean isInitializedAtRunTime(String type) {
        return setUp.contains(type);
    }

    /** The contents of the files below a folder of a jar, by name. */
    static Map<String, String> texts(Path jar, String below) throws IOException {
        Map<String, String> texts = new HashMap<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : entries(jar)) {
                if (entry.getName().startsWith(below) && !entry.isDirectory()) {
                    texts.put(entry.getName(), new String(entry(file, entry.getName()), StandardCharsets.UTF_8));
                }
            }
        }
        return texts;
    }

    private static List<JarEntry> entries(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream().toList();
        }
    }

    private static byte[] entry(JarFile jar, String name) throws IOException {
        try (InputStream in = jar.getInputStream(jar.getEntry(name))) {
            return in.readAllBytes();
        }
    }
}
