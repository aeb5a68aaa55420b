// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.filestocrm;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/** A CSV file that grows by rows, and by columns where a row has new ones, as the records of JSON files may. */
final class RejectedFile {

    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setRecordSeparator("\n").get();
    private static final CSVFormat READ =
            FORMAT.builder().setHeader().setSkipHeaderRecord(true).get();

    private final Path path;

    RejectedFile(Path path) {
        this.path = path;
    }

    /** Adds a row at the end. */
    void append(Map<String, Object> row) throws IOException {
        List<String> present = Files.exists(path) ? columns() : List.of();
        Set<String> columns = new LinkedHashSet<>(present);
        columns.removeAll(ReasonColumns.ALL);
        columns.addAll(row.keySet());
        columns.removeAll(ReasonColumns.ALL);
        columns.addAll(ReasonColumns.ALL);
        if (columns.size() > present.size()) {
            widen(columns);
        }
        try (CSVPrinter printer = printer()) {
            printer.printRecord(columns.stream().map(column -> cell(row.get(column))));
        }
    }

    private List<String> columns() throws IOException {
        try (CSVParser parser = CSVParser.parse(Files.newBufferedReader(path), READ)) {
            return parser.getHeaderNames();
        }
    }

    private void widen(Set<String> columns) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        if (Files.exists(path)) {
            try (BufferedReader reader = Files.newBufferedReader(path);
                    CSVParser parser = CSVParser.parse(reader, READ)) {
                for (CSVRecord row : parser) {
                    rows.add(row.toMap());
                }
            }
            Files.delete(path);
        }
        try (CSVPrinter printer = printer()) {
            printer.printRecord(columns);
            for (Map<String, String> row : rows) {
                printer.printRecord(columns.stream().map(row::get));
            }
        }
    }

    private CSVPrinter printer() throws IOException {
        BufferedWriter writer = Files.newBufferedWriter(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        return new CSVPrinter(writer, FORMAT);
    }

    /** Several values are joined as HubSpot joins them. */
    private static Object cell(Object value) {
        return value instanceof Collection<?> several
                ? several.stream().map(String::valueOf).collect(Collectors.joining(";"))
                : value;
    }
}
