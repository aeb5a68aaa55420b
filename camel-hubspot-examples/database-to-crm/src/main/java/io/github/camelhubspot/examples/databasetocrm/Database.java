// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.databasetocrm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

import org.apache.commons.dbcp2.BasicDataSource;

/** The database with the tables: the one of {@code DATABASE_URL}, or H2 within the program; all is in one schema. */
public final class Database implements AutoCloseable {

    /** Names and some words as PostgreSQL has them, so that the statements fit both. */
    static final String H2_OPTIONS = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";

    /** The environment variable that names the database. */
    static final String URL = "DATABASE_URL";

    private static final String SCHEMA = "database_to_crm";

    private final BasicDataSource dataSource = new BasicDataSource();
    private final String schema;

    private Database(String url, String user, String password, String schema) throws SQLException {
        this.schema = schema;
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute("create schema if not exists " + schema);
        }
        dataSource.setUrl(url);
        dataSource.setUsername(user);
        dataSource.setPassword(password);
        dataSource.setDefaultSchema(schema);
    }

    /**
     * Opens the database that the environment names.
     *
     * @param folder where H2 writes if it names none
     */
    static Database of(Map<String, String> environment, Path folder) throws SQLException {
        if (!isNamedBy(environment)) {
            String file = folder.resolve("h2/customers").toAbsolutePath().toString();
            return open("jdbc:h2:file:" + file + H2_OPTIONS, "sa", "", SCHEMA);
        }
        return open(
                environment.get(URL).strip(),
                environment.get("DATABASE_USER"),
                environment.get("DATABASE_PASSWORD"),
                SCHEMA);
    }

    /** Whether there is a database besides the one within the program. */
    static boolean isNamedBy(Map<String, String> environment) {
        String url = environment.get(URL);
        return url != null && !url.isBlank();
    }

    /** Opens a database, in which a schema of that name is made if there is none. */
    static Database open(String url, String user, String password, String schema) throws SQLException {
        return new Database(url, user, password, schema);
    }

    /** Connections whose statements see the schema. */
    BasicDataSource dataSource() {
        return dataSource;
    }

    /** What a user is to read of it. */
    String description() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return connection.getMetaData().getDatabaseProductName() + " "
                    + connection.getMetaData().getDatabaseProductVersion() + ", schema " + schema;
        }
    }

    /** Makes the schema new, with its tables, triggers and sample rows. */
    void recreate() throws SQLException {
        dropSchema();
        run("create schema " + schema);
        script("tables.sql");
        script(isPostgreSql() ? "postgresql.sql" : "h2.sql");
        script("samples.sql");
    }

    /** As {@link #recreate()}, unless the tables are there. */
    void createIfMissing() throws SQLException {
        boolean there;
        try (Connection connection = dataSource.getConnection()) {
            there = connection
                    .getMetaData()
                    .getTables(null, schema, "outbox", null)
                    .next();
        }
        if (!there) {
            recreate();
        }
    }

    void dropSchema() throws SQLException {
        run("drop schema " + schema + " cascade");
    }

    /** Runs a script of the program in one transaction. */
    void script(String name) throws SQLException {
        run(text(name));
    }

    /** The text of a script of the program. */
    static String text(String name) {
        try (InputStream script = Database.class.getResourceAsStream("/schema/" + name)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isPostgreSql() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
        }
    }

    /** Runs statements in one transaction. */
    void run(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                statement.execute(sql);
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    @Override
    public void close() throws SQLException {
        dataSource.close();
    }
}
