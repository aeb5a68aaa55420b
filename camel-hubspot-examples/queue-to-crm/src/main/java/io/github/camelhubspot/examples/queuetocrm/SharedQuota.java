// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.queuetocrm;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;

/** The store through which several workers share HubSpot's quota; Bucket4j has more of them. */
public final class SharedQuota {

    private static final int TIMEOUT_SECONDS = 2;

    private SharedQuota() {}

    /**
     * Buckets in a database that all workers reach.
     *
     * @param url the JDBC URL of a PostgreSQL or an H2 server
     */
    public static ProxyManager<String> in(String url) throws SQLException {
        if (url.startsWith("jdbc:h2:")) {
            JdbcDataSource database = new JdbcDataSource();
            database.setURL(url);
            return new H2Buckets(database);
        }
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(url);
        database.setConnectTimeout(TIMEOUT_SECONDS);
        database.setSocketTimeout(TIMEOUT_SECONDS);
        createTable(database);
        return Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("hubspot_quota")
                .build();
    }

    private static void createTable(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "create table if not exists hubspot_quota (id text primary key, state bytea, expires_at bigint)");
        }
    }
}
