// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.github.camelhubspot.simulator.crm.Change;
import io.github.camelhubspot.simulator.crm.Claims;
import io.github.camelhubspot.simulator.crm.Crm;
import io.github.camelhubspot.simulator.crm.ObjectStore;
import io.github.camelhubspot.simulator.crm.SimulatedRecord;
import io.github.camelhubspot.simulator.crm.WriteMode;
import io.github.camelhubspot.simulator.csv.Csv;
import io.github.camelhubspot.simulator.error.HubSpotErrorException;
import io.github.camelhubspot.simulator.schema.ObjectType;

/** Makes records of a row: one of each type that has columns, linked to one another; one that is refused, is left out. */
final class RowWriter {

    private final Crm crm;
    private final ImportRequest request;
    private final WriteMode mode;
    private final Tally tally;
    private final CellText cellText;
    private final Set<RecordKey> seen = new HashSet<>();

    RowWriter(Crm crm, ImportRequest request, WriteMode mode, Tally tally) {
        this.crm = crm;
        this.request = request;
        this.mode = mode;
        this.tally = tally;
        this.cellText = new CellText(request.dateOrder());
    }

    void write(Map<ObjectType, List<Column>> columns, long fileId, Csv.Row row) {
        List<SimulatedRecord> written = new ArrayList<>();
        columns.forEach((type, own) -> {
            RowErrors errors = new RowErrors(type, own, fileId, row);
            try {
                written.add(crm.writing(() -> write(type, own, row)));
            } catch (RowException e) {
                tally.error(errors.of(e));
            } catch (HubSpotErrorException e) {
                errors.of(e.error()).forEach(tally::error);
            }
        });
        for (int i = 1; i < written.size(); i++) {
            link(written.get(0), written.get(i), fileId, row);
        }
    }

    private void link(SimulatedRecord from, SimulatedRecord to, long fileId, Csv.Row row) {
        try {
            crm.link(from.objectTypeId(), from.id(), to.objectTypeId(), to.id());
            tally.add(Tally.ASSOCIATIONS_CREATED, 1);
        } catch (HubSpotErrorException e) {
            tally.error(new ImportError(
                    "FAILED_TO_CREATE_ASSOCIATION",
                    e.getMessage(),
                    from.type(),
                    fileId,
                    row.line(),
                    row.fields(),
                    null,
                    null));
        }
    }

    private SimulatedRecord write(ObjectType type, List<Column> columns, Csv.Row row) {
        ObjectStore store = crm.store(type);
        Map<String, String> values = new LinkedHashMap<>();
        RecordKey key = null;
        for (Column column : columns) {
            String cell = row.fields().get(column.index()).trim();
            // An empty cell leaves the property as it is.
            if (cell.isEmpty()) {
                continue;
            }
            RecordKey own = RecordKey.of(column, cell);
            key = own != null && (key == null || own.isStrongerThan(key)) ? own : key;
            if (column.mapping().kind() != ColumnMapping.Kind.HUBSPOT_OBJECT_ID) {
                String property = column.mapping().property();
                values.put(property, cellText.of(store.definitions().get(property), cell));
            }
        }
        if (values.isEmpty()) {
            throw new RowException(
                    "FAILED_TO_PROCESS_OBJECT_WITH_EMPTY_PROPERTY_VALUES", "The row has no values", null);
        }
        Optional<SimulatedRecord> before = existing(store, key);
        checkOperation(request.operation(type), before, key);
        Change change = before.isPresent()
                ? crm.checks().update(store, before.get(), values, mode, new Claims())
                : crm.checks().create(store, values, List.of(), mode, new Claims());
        SimulatedRecord written = crm.writer().apply(change);
        tally.written(written.numericId(), before.isEmpty(), values.size());
        return written;
    }

    private Optional<SimulatedRecord> existing(ObjectStore store, RecordKey key) {
        if (key == null) {
            return Optional.empty();
        }
        Optional<SimulatedRecord> found = key.find(store);
        if (key.isId() && found.isEmpty()) {
            throw new RowException("INVALID_OBJECT_ID", "There is no record with this id", key.column());
        }
        RecordKey once = new RecordKey(key.column(), key.value().toLowerCase(Locale.ROOT));
        if (!seen.add(once)) {
            throw new RowException(
                    key.isId() ? "DUPLICATE_OBJECT_ID" : "DUPLICATE_ALTERNATE_ID",
                    "An earlier row is about the same record",
                    key.column());
        }
        return found;
    }

    private static void checkOperation(Operation operation, Optional<SimulatedRecord> before, RecordKey key) {
        Column column = key == null ? null : key.column();
        if (operation == Operation.CREATE && before.isPresent()) {
            throw new RowException("CREATE_ONLY_IMPORT", "The record exists, and the import only creates", column);
        }
        if (operation == Operation.UPDATE && before.isEmpty()) {
            throw new RowException(
                    "UPDATE_ONLY_IMPORT", "There is no such record, and the import only updates", column);
        }
    }
}
