// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.databasetocrm;

import java.io.PrintStream;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.springframework.jdbc.core.JdbcTemplate;

/** What the program shows with its sample rows: all are sent, some are changed, and exactly those are sent. */
final class Demonstration implements DatabaseToCrm.WhenNothingLeft {

    private static final String CHANGES = "changes.sql";

    private final Database database;
    private final JdbcTemplate jdbc;
    private final PrintStream out;
    private final Set<Object> doneBefore = new HashSet<>();
    private boolean changed;

    Demonstration(Database database, PrintStream out) {
        this.database = database;
        this.out = out;
        this.jdbc = new JdbcTemplate(database.dataSource());
    }

    @Override
    public void nothingLeft(DatabaseToCrm program) throws Exception {
        if (!changed) {
            changed = true;
            out.println("\nEverything is new to HubSpot:\n\n" + counts() + "\nNot written:\n\n" + table(true));
            doneBefore.addAll(jdbc.queryForList("select change_id from outbox where done", Long.class));
            out.println("Now rows change:\n\n" + Database.text(CHANGES).indent(2));
            database.script(CHANGES);
        } else {
            out.println("What that put into the outbox, or had waited there:\n\n" + table(false) + "\n" + left());
            program.stop();
        }
    }

    private String counts() {
        StringBuilder text = new StringBuilder();
        jdbc.query(
                "select kind, coalesce(status, 'waits'), count(*) from outbox group by kind, status order by kind, status",
                row -> {
                    text.append(String.format("%-10s %-9s %3d%n", row.getString(1), row.getString(2), row.getInt(3)));
                });
        return text.toString();
    }

    /** The changes that were not done before; at first, only those that were not written. */
    private String table(boolean onlyNotWritten) {
        StringBuilder text =
                new StringBuilder(line("change", "of", "outcome", "HubSpot's id", "error category", "correlation id"));
        List<Map<String, Object>> changes = jdbc.queryForList("select * from outbox order by change_id");
        for (Map<String, Object> change : changes) {
            Object status = change.get("status");
            boolean written = "CREATED".equals(status) || "UPDATED".equals(status) || "ARCHIVED".equals(status);
            if (!doneBefore.contains(change.get("change_id")) && !(onlyNotWritten && written)) {
                text.append(line(
                        change.get("kind"),
                        (change.get("external_id") + " " + change.get("to_external_id")).strip(),
                        status == null ? "waits" : status,
                        change.get("hubspot_id"),
                        change.get("error_category"),
                        change.get("correlation_id")));
            }
        }
        return text.toString();
    }

    private static String line(Object... cells) {
        Object[] texts = cells.clone();
        for (int i = 0; i < texts.length; i++) {
            texts[i] = texts[i] == null ? "" : texts[i];
        }
        return String.format(Locale.ROOT, "%-10s %-13s %-9s %-13s %-17s %s", texts)
                        .stripTrailing() + "\n";
    }

    private String left() {
        return jdbc.queryForObject("select count(*) from outbox where not done", Long.class)
                + " changes left to send\n";
    }
}
