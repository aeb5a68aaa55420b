// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.soak;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.h2.tools.Server;

import io.github.camelhubspot.batch.OutcomeStatus;
import io.github.camelhubspot.benchmarks.soak.check.Reported;
import io.github.camelhubspot.benchmarks.soak.work.Kind;
import io.github.camelhubspot.benchmarks.soak.work.Task;

/**
 * The database with the table that the worker reads and the table that it reports to: PostgreSQL where it answers, else H2 as
 * a server with a file. The system properties {@code soak.database.url} and {@code soak.database.user} name another
 * PostgreSQL; it needs no password.
 */
final class Database implements AutoCloseable {

    private static final String POSTGRESQL =
            System.getProperty("soak.database.url", "jdbc:postgresql://127.0.0.1:5432/test");

    private final String url;
    private final String user;
    private final String product;
    private final Server server;
    private final String schema;

    private Database(String url, String user, String product, Server server, String schema) {
        this.url = url;
        this.user = user;
        this.product = product;
        this.server = server;
        this.schema = schema;
    }

    /**
     * Opens a database with empty tables.
     *
     * @param folder where H2 writes
     */
    static Database open(Path folder) throws SQLException {
        Database database = postgreSql();
        if (database == null) {
            database = h2(folder);
        }
        database.createTables();
        return database;
    }

    private static Database postgreSql() {
        String given = System.getProperty("soak.database.user");
        for (String user : given == null ? List.of("root", "postgres") : List.of(given)) {
            String schema = "soak_" + ProcessHandle.current().pid() + "_" + System.nanoTime();
            try (Connection connection = DriverManager.getConnection(POSTGRESQL + "?connectTimeout=2", user, null);
                    Statement statement = connection.createStatement()) {
                statement.execute("create schema " + schema);
                String product = "PostgreSQL " + connection.getMetaData().getDatabaseProductVersion();
                return new Database(POSTGRESQL + "?currentSchema=" + schema, user, product, null, schema);
            } catch (SQLException e) {
                // There is none for this user.
            }
        }
        return null;
    }

    private static Database h2(Path folder) throws SQLException {
        Server server = Server.createTcpServer("-tcpPort", "0", "-baseDir", folder.toString(), "-ifNotExists")
                .start();
        String url = "jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/./soak;DB_CLOSE_DELAY=-1";
        try (Connection connection = DriverManager.getConnection(url, "sa", null)) {
            String product = "H2 " + connection.getMetaData().getDatabaseProductVersion();
            return new Database(url, "sa", product, server, null);
        }
    }

    private void createTables() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create table work_row (n bigint generated always as identity primary key,"
                    + " external_id varchar(100) not null unique, name varchar(200), city varchar(100),"
                    + " numberofemployees varchar(100), state varchar(10) not null)");
            statement.execute("create index work_row_state on work_row (state, n)");
            statement.execute("create table outcome (n bigint generated always as identity primary key,"
                    + " kind varchar(40) not null, record_key varchar(100) not null, status varchar(20) not null,"
                    + " hubspot_id varchar(40), message varchar(100), redelivered boolean)");
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, null);
    }

    String url() {
        return url;
    }

    String user() {
        return user;
    }

    /** Which database it is, with its version. */
    String product() {
        return product;
    }

    /** Puts rows into the table, all or none. */
    void insert(List<Task> rows) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement insert = connection.prepareStatement("insert into work_row"
                        + " (external_id, name, city, numberofemployees, state) values (?, ?, ?, ?, 'new')")) {
            connection.setAutoCommit(false);
            for (Task row : rows) {
                Map<?, ?> company = (Map<?, ?>) row.body();
                insert.setString(1, (String) company.get("external_id"));
                insert.setString(2, (String) company.get("name"));
                insert.setString(3, (String) company.get("city"));
                insert.setString(4, (String) company.get("numberofemployees"));
                insert.addBatch();
            }
            insert.executeBatch();
            connection.commit();
        }
    }

    /** How many rows are not done. */
    long openRows() throws SQLException {
        return count("select count(*) from work_row where state = 'new'");
    }

    /** How many messages came back to a worker, each counted once. */
    long redeliveredMessages() throws SQLException {
        return count("select count(distinct message) from outcome where redelivered");
    }

    private long count(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }

    /** All outcomes that workers reported, in order. */
    List<Reported> reported() throws SQLException {
        List<Reported> reported = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select kind, record_key, status, hubspot_id from outcome order by n")) {
            while (row.next()) {
                reported.add(new Reported(
                        Kind.valueOf(row.getString(1)),
                        row.getString(2),
                        OutcomeStatus.valueOf(row.getString(3)),
                        row.getString(4)));
            }
        }
        return reported;
    }

    @Override
    public void close() throws SQLException {
        if (schema != null) {
            try (Connection connection = connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("drop schema " + schema + " cascade");
            }
        }
        if (server != null) {
            server.stop();
        }
    }
}
