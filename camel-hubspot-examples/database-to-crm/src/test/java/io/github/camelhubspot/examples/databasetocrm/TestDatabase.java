// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.databasetocrm;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Assumptions;

/**
 * The databases that the tests run on, each time in a schema of its own. PostgreSQL is used where it answers; the system
 * properties {@code test.postgresql.url} and {@code test.postgresql.user} name another one, which needs no password.
 */
enum TestDatabase {
    H2 {
        @Override
        Database open(String schema) throws SQLException {
            return Database.open(
                    "jdbc:h2:mem:" + schema + ";DB_CLOSE_DELAY=-1" + Database.H2_OPTIONS, "sa", "", schema);
        }
    },
    POSTGRESQL {
        @Override
        Database open(String schema) throws SQLException {
            return Database.open(URL, user(), null, schema);
        }
    };

    private static final String URL =
            System.getProperty("test.postgresql.url", "jdbc:postgresql://127.0.0.1:5432/test?connectTimeout=2");
    private static final List<String> USERS = System.getProperty("test.postgresql.user") == null
            ? List.of("root", "postgres")
            : List.of(System.getProperty("test.postgresql.user"));
    private static final AtomicLong SCHEMAS = new AtomicLong();

    /** Opens a schema, which may be open already. */
    abstract Database open(String schema) throws SQLException;

    /** A name that no other test, and no other build on this machine, uses. */
    static String newSchema() {
        return "database_to_crm_" + ProcessHandle.current().pid() + "_" + SCHEMAS.incrementAndGet();
    }

    private static String user() {
        for (String user : USERS) {
            try {
                DriverManager.getConnection(URL, user, null).close();
                return user;
            } catch (SQLException e) {
                // There is none for this user.
            }
        }
        return Assumptions.abort("There is no PostgreSQL at " + URL + " for " + USERS);
    }
}
