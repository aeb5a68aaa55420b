// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.camelhubspot.simulator.crm.Crm;
import io.github.camelhubspot.simulator.csv.Csv;
import io.github.camelhubspot.simulator.schema.ObjectType;

/** Goes through the files of an import, row by row, and counts. */
final class ImportRun {

    private final Crm crm;
    private final Import work;
    private final Tally tally = new Tally();
    private boolean failed;

    ImportRun(Crm crm, Import work) {
        this.crm = crm;
        this.work = work;
    }

    ImportResult run() {
        RowWriter writer = new RowWriter(crm, work.request(), work.mode(), tally);
        for (int i = 0; i < work.files().size(); i++) {
            file(work.request().files().get(i), work.files().get(i), writer);
        }
        return tally.result(failed);
    }

    private void file(ImportRequest.FileMapping mapping, Import.File file, RowWriter writer) {
        Csv.Table table = Csv.read(file.content());
        List<Csv.Row> rows = new ArrayList<>(table.rows());
        Csv.Row header = mapping.hasHeader() && !rows.isEmpty() ? rows.remove(0) : null;
        Map<ObjectType, List<Column>> columns = columns(mapping, header, file.id());
        if (columns == null) {
            failed = true;
            return;
        }
        int width = header == null ? mapping.columns().size() : header.fields().size();
        long mapped = columns.values().stream().mapToInt(List::size).sum();
        tally.add(Tally.MAPPED_COLUMNS, (int) mapped);
        tally.add(Tally.UNMAPPED_COLUMNS, width - (int) mapped);
        for (Csv.Row row : rows) {
            tally.add(Tally.TOTAL_ROWS, 1);
            if (row.fields().size() == width) {
                writer.write(columns, file.id(), row);
            } else {
                error("INCORRECT_NUMBER_OF_COLUMNS", row.fields().size() + " columns instead of " + width, file, row);
            }
        }
        if (table.brokenAt() > 0) {
            failed = true;
            error("COULD_NOT_PARSE_ROW", "The row is not CSV", file, new Csv.Row(table.brokenAt(), List.of()));
        }
    }

    /** The columns of each type; null if the file has not got a column that the mapping names. */
    private Map<ObjectType, List<Column>> columns(ImportRequest.FileMapping mapping, Csv.Row header, long fileId) {
        Map<ObjectType, List<Column>> byType = new LinkedHashMap<>();
        Set<String> unknown = new LinkedHashSet<>();
        for (int i = 0; i < mapping.columns().size(); i++) {
            ColumnMapping column = mapping.columns().get(i);
            int index = header == null ? i : header.fields().indexOf(column.column());
            if (column.isLeftOut()) {
                continue;
            }
            if (index < 0) {
                unknown.add(column.column());
            }
            byType.computeIfAbsent(column.type(), type -> new ArrayList<>()).add(new Column(index, column));
        }
        Csv.Row head = header == null ? new Csv.Row(1, List.of()) : header;
        unknown.forEach(name -> tally.error(new ImportError(
                "INVALID_COLUMN_CONFIGURATION",
                "The file has no column named " + name,
                null,
                fileId,
                head.line(),
                head.fields(),
                null,
                name)));
        return unknown.isEmpty() ? byType : null;
    }

    private void error(String errorType, String message, Import.File file, Csv.Row row) {
        tally.error(new ImportError(errorType, message, null, file.id(), row.line(), row.fields(), null, null));
    }
}
