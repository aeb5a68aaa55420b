// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.exports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The file that an export gives: CSV, packed where that is large. */
public record ExportedFile(String name, String contentType, byte[] content) {

    private static final int LARGEST_UNPACKED = 2_000_000;

    static ExportedFile of(String stem, byte[] csv) {
        String name = stem + ".csv";
        return csv.length <= LARGEST_UNPACKED
                ? new ExportedFile(name, "text/csv;charset=utf-8", csv)
                : new ExportedFile(stem + ".zip", "application/zip", packed(name, csv));
    }

    private static byte[] packed(String name, byte[] csv) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(csv);
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
