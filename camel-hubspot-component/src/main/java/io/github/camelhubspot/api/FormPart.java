// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.api;

import java.nio.file.Path;

/**
 * One part of a form, which can be read again; its content is a file or bytes.
 *
 * @param name the name of the part
 * @param fileName the name that its file has for HubSpot; null for a part that is no file
 * @param contentType its media type
 * @param file the file that holds its content; null where {@code bytes} do
 * @param bytes its content; null where a file holds it
 */
public record FormPart(String name, String fileName, String contentType, Path file, byte[] bytes) {

    private static final String JSON = "application/json";
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String BINARY = "application/octet-stream";

    /** A part that is JSON. */
    public static FormPart json(String name, byte[] json) {
        return new FormPart(name, null, JSON, null, json);
    }

    /** A part that is a text. */
    public static FormPart text(String name, byte[] utf8) {
        return new FormPart(name, null, TEXT, null, utf8);
    }

    /** A part that is the content of a file. */
    public static FormPart file(String name, String fileName, Path file) {
        return new FormPart(name, fileName, BINARY, file, null);
    }

    /** A part that is the content of a file which is in memory. */
    public static FormPart file(String name, String fileName, byte[] bytes) {
        return new FormPart(name, fileName, BINARY, null, bytes);
    }

    /** Without its content, which may be large and nobody's business. */
    @Override
    public String toString() {
        return name + (fileName == null ? "" : " (a file)");
    }
}
