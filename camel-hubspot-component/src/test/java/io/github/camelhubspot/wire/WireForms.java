// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads the files of {@code wire-forms}. */
final class WireForms {

    static final ObjectMapper MAPPER = new ObjectMapper();

    private static final Path FOLDER = Path.of("src/test/resources/wire-forms");
    private static final Set<String> FIELDS = Set.of("uri", "source", "given", "headers", "body", "calls", "leaves");
    // Preparations are written once and referred to.
    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setMaxAliasesForCollections(1_000).build();

    private WireForms() {}

    static List<WireForm> all() {
        List<WireForm> forms = new ArrayList<>();
        for (Path file : files()) {
            for (JsonNode entry : read(file).path("forms")) {
                forms.add(checked(file, entry));
            }
        }
        return forms;
    }

    private static List<Path> files() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(Path file) {
        try {
            return MAPPER.valueToTree(new Load(SETTINGS).loadFromString(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WireForm checked(Path file, JsonNode entry) {
        entry.fieldNames().forEachRemaining(field -> {
            if (!FIELDS.contains(field)) {
                throw new IllegalArgumentException(file + " has an unknown field " + field + " in " + entry);
            }
        });
        if (!entry.hasNonNull("source") || !entry.hasNonNull("calls") || !entry.hasNonNull("leaves")) {
            throw new IllegalArgumentException(file + " lacks source, calls or leaves in " + entry);
        }
        return WireForm.of(entry);
    }
}
