// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.imports;

import java.util.Optional;
import java.util.OptionalLong;

import io.github.camelhubspot.simulator.crm.Crm;
import io.github.camelhubspot.simulator.crm.ObjectStore;
import io.github.camelhubspot.simulator.crm.SimulatedRecord;

/** What a row says about which record it means. */
record RecordKey(Column column, String value) {

    private static final String CONTACTS = "0-1";

    /** The key that a cell is; null if it is none. Contacts are known by their address even where it is not marked. */
    static RecordKey of(Column column, String cell) {
        ColumnMapping mapping = column.mapping();
        boolean address = mapping.type().id().equals(CONTACTS) && "email".equals(mapping.property());
        return mapping.kind() == ColumnMapping.Kind.STANDARD && !address ? null : new RecordKey(column, cell);
    }

    boolean isId() {
        return column.mapping().kind() == ColumnMapping.Kind.HUBSPOT_OBJECT_ID;
    }

    boolean isStrongerThan(RecordKey other) {
        return column.mapping().kind().compareTo(other.column().mapping().kind()) > 0;
    }

    Optional<SimulatedRecord> find(ObjectStore store) {
        if (!isId()) {
            return store.byUnique(column.mapping().property(), value);
        }
        OptionalLong id = Crm.recordId(value);
        return id.isEmpty() ? Optional.empty() : store.current(id.getAsLong());
    }
}
