// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.databasetocrm;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;

import org.h2.api.Trigger;

/** Writes changes to the outbox, as the triggers of {@code schema/postgresql.sql} do; H2 has no language for them but Java. */
public final class ChangeTrigger implements Trigger {

    private static final String RECORD =
            "insert into crm_record (kind, external_id, to_external_id) values (?, ?, ?) on conflict do nothing";
    private static final String CHANGE = "insert into outbox (kind, external_id, to_external_id) values (?, ?, ?)";

    private boolean people;

    @Override
    public void init(Connection connection, String schema, String trigger, String table, boolean before, int type) {
        people = table.equals("people");
    }

    /** The first column is the key; of people, the second is the customer. */
    @Override
    public void fire(Connection connection, Object[] oldRow, Object[] newRow) throws SQLException {
        if (people) {
            noteRecord(connection, "contacts", without(1, oldRow), without(1, newRow));
            noteLink(connection, oldRow, newRow);
        } else {
            noteRecord(connection, "companies", oldRow, newRow);
        }
    }

    private static Object[] without(int column, Object[] row) {
        Object[] others = row == null ? null : row.clone();
        if (others != null) {
            others[column] = null;
        }
        return others;
    }

    private static void noteRecord(Connection connection, String kind, Object[] oldRow, Object[] newRow)
            throws SQLException {
        if (Arrays.equals(oldRow, newRow)) {
            return;
        }
        if (oldRow != null) {
            note(connection, kind, oldRow[0], "");
        }
        if (newRow != null && (oldRow == null || !newRow[0].equals(oldRow[0]))) {
            note(connection, kind, newRow[0], "");
        }
    }

    private static void noteLink(Connection connection, Object[] oldRow, Object[] newRow) throws SQLException {
        boolean same = oldRow != null
                && newRow != null
                && Objects.equals(oldRow[0], newRow[0])
                && Objects.equals(oldRow[1], newRow[1]);
        for (Object[] row : same ? new Object[0][] : new Object[][] {oldRow, newRow}) {
            if (row != null && row[1] != null) {
                note(connection, "links", row[0], row[1]);
            }
        }
    }

    private static void note(Connection connection, String kind, Object externalId, Object toExternalId)
            throws SQLException {
        for (String sql : new String[] {RECORD, CHANGE}) {
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                insert.setString(1, kind);
                insert.setObject(2, externalId);
                insert.setObject(3, toExternalId);
                insert.executeUpdate();
            }
        }
    }
}
