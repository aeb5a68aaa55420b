// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.heap;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SequenceWriter;

import io.github.camelhubspot.benchmarks.CompanyRecords;

/** Companies as a file of JSON lines. */
final class NdjsonFile {

    private NdjsonFile() {}

    /** Writes a file and gives its size in bytes. */
    static long write(Path file, long records) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        ObjectMapper mapper = new ObjectMapper().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        try (OutputStream out = Files.newOutputStream(file);
                SequenceWriter lines =
                        mapper.writer().withRootValueSeparator("\n").writeValues(out)) {
            for (long n = 0; n < records; n++) {
                lines.write(CompanyRecords.company(n));
            }
        }
        return Files.size(file);
    }
}
