// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.filestocrm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Writes rejected records beside their reasons, for each file of the inbox into one file that can be corrected and delivered again. */
final class RejectedFiles {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmssSSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path folder;
    private final Clock clock = Clock.systemUTC();

    RejectedFiles(Path folder) {
        this.folder = folder;
    }

    /** Adds a record; it stands in the file when this returns. */
    synchronized void add(FileReport file, Map<String, Object> record, Reason reason) {
        if (file.rejectedFile() == null) {
            // The kind stays in front, so that the corrected file takes the same route.
            String kind = file.name().replaceFirst("(-rejected-.*)?\\.[^.]*$", "");
            file.rejectedFile(folder.resolve(kind + "-rejected-" + TIME.format(clock.instant()) + ".csv"));
        }
        Map<String, Object> row = new LinkedHashMap<>(record);
        row.putAll(reason.columns());
        try {
            new RejectedFile(file.rejectedFile()).append(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
