// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.queuetocrm;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import org.apache.camel.processor.aggregate.jdbc.JdbcAggregationRepository;
import org.apache.camel.processor.aggregate.jdbc.PostgresAggregationRepository;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** The aggregator's batches in a database: those that fill, and those whose outcome is not known yet. */
public final class Batches {

    private static final String TABLE = "lead_batches";
    private static final long RECOVERY_MILLIS = 1000;

    private Batches() {}

    /** The URL of an H2 database in a folder, as the aggregator needs it. */
    public static String h2(Path folder) {
        return "jdbc:h2:file:" + folder.toAbsolutePath().resolve("batches")
                // Each commit is on disk before its message is acknowledged; H2 would write it half a second later.
                + ";WRITE_DELAY=0"
                // Spring finds a column VERSION by the name version only where the default locale is not Turkish.
                + ";DATABASE_TO_LOWER=TRUE";
    }

    static JdbcAggregationRepository in(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            boolean postgreSql = connection.getMetaData().getURL().startsWith("jdbc:postgresql:");
            String bytes = postgreSql ? "bytea" : "blob";
            String columns = " (id varchar(255) primary key, exchange " + bytes + " not null, version bigint not null)";
            statement.execute("create table if not exists " + TABLE + columns);
            statement.execute("create table if not exists " + TABLE + "_completed" + columns);
            DataSourceTransactionManager transactions = new DataSourceTransactionManager(database);
            JdbcAggregationRepository batches = postgreSql
                    ? new PostgresAggregationRepository(transactions, TABLE, database)
                    : new JdbcAggregationRepository(transactions, TABLE, database);
            batches.setUseRecovery(true);
            batches.setRecoveryInterval(RECOVERY_MILLIS);
            return batches;
        }
    }
}
