// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.csv;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;

/** The one place that turns CSV text into rows and back. */
public final class Csv {

    private static final CsvMapper MAPPER = CsvMapper.builder(CsvFactory.builder()
                    .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
                    .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
                    .build())
            .build();

    /** One row, and the number of the line on which it begins. */
    public record Row(int line, List<String> fields) {}

    /**
     * What a file holds.
     *
     * @param brokenAt the line that could not be read, where the rows end; 0 if all could
     */
    public record Table(List<Row> rows, int brokenAt) {}

    private Csv() {}

    /** Reads a file in UTF-8, with or without a byte order mark; empty lines are no rows. */
    public static Table read(byte[] file) {
        List<Row> rows = new ArrayList<>();
        try (CsvParser parser = MAPPER.getFactory().createParser(file)) {
            while (parser.nextToken() != null) {
                rows.add(row(parser));
            }
        } catch (JsonProcessingException e) {
            return new Table(
                    rows, rows.isEmpty() ? 1 : rows.get(rows.size() - 1).line() + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Table(rows, 0);
    }

    private static Row row(CsvParser parser) throws IOException {
        List<String> fields = new ArrayList<>();
        int line = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (line == 0) {
                line = parser.currentTokenLocation().getLineNr();
            }
            fields.add(parser.getText());
        }
        return new Row(line, fields);
    }

    /** Writes rows as a file in UTF-8; an absent value is an empty one. */
    public static byte[] write(List<List<String>> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SequenceWriter writer = MAPPER.writerFor(String[].class).writeValues(out)) {
            for (List<String> row : rows) {
                writer.write(
                        row.stream().map(value -> value == null ? "" : value).toArray(String[]::new));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
