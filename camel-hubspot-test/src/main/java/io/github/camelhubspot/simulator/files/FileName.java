// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.files;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A file's name, in the two parts that HubSpot shows, and what its extension says of its kind. */
public record FileName(String name, String extension) {

    private static final Map<String, Set<String>> TYPES = Map.of(
            "IMG", Set.of("png", "jpg", "jpeg", "gif", "bmp", "svg", "tiff", "webp", "ico", "avif"),
            "DOCUMENT",
                    Set.of(
                            "csv", "doc", "docx", "key", "odt", "pdf", "ppt", "pptx", "rtf", "txt", "xls", "xlsx",
                            "xml"),
            "AUDIO", Set.of("aac", "flac", "m4a", "mp3", "ogg", "wav", "wma"),
            "MOVIE", Set.of("avi", "m4v", "mov", "mp4", "mpg", "webm", "wmv"));

    /** Takes a whole name to pieces. */
    public static FileName of(String text) {
        int dot = text.lastIndexOf('.');
        return dot <= 0
                ? new FileName(text, "")
                : new FileName(text.substring(0, dot), text.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    public String type() {
        return TYPES.entrySet().stream()
                .filter(type -> type.getValue().contains(extension))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("OTHER");
    }

    public String whole() {
        return extension.isEmpty() ? name : name + "." + extension;
    }

    FileName numbered(int number) {
        return new FileName(name + "-" + number, extension);
    }
}
