// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.quota;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import javax.sql.DataSource;

import org.postgresql.ds.PGSimpleDataSource;

import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;

/** The servers through which nodes can share a quota, as an application would set them up for Bucket4j. */
public enum QuotaStore {
    POSTGRESQL(5432) {
        @Override
        void prepare(int port) throws SQLException {
            execute(
                    port,
                    "create table if not exists " + TABLE + " (id text primary key, state bytea, expires_at bigint)");
            execute(port, "delete from " + TABLE);
        }

        @Override
        void remove(int port) throws SQLException {
            execute(port, "drop table if exists " + TABLE);
        }

        @Override
        ProxyManager<String> buckets(int port) {
            return Bucket4jPostgreSQL.selectForUpdateBasedBuilder(dataSource(port))
                    .primaryKeyMapper(PrimaryKeyMapper.STRING)
                    .table(TABLE)
                    .build();
        }
    },
    REDIS(6379) {
        @Override
        void prepare(int port) {
            try (RedisClient client = RedisClient.create(uri(port));
                    StatefulRedisConnection<String, String> connection = client.connect()) {
                connection.sync().keys("hubspot:*").forEach(key -> connection
                        .sync()
                        .del(key));
            }
        }

        @Override
        void remove(int port) {
            prepare(port);
        }

        @Override
        ProxyManager<String> buckets(int port) {
            StatefulRedisConnection<String, byte[]> connection = RedisClient.create(soonConnectedAgain(), uri(port))
                    .connect(RedisCodec.of(new StringCodec(StandardCharsets.UTF_8), ByteArrayCodec.INSTANCE));
            return Bucket4jLettuce.casBasedBuilder(connection).build();
        }
    };

    private static final String TABLE = "hubspot_quota_of_a_test";
    private static final int CONNECT_MILLIS = 500;

    private final int port;

    QuotaStore(int port) {
        this.port = port;
    }

    /** The port of this machine at which such a server usually listens. */
    public int port() {
        return port;
    }

    /** Whether such a server runs on this machine. */
    public boolean available() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), CONNECT_MILLIS);
            prepare(port);
            return true;
        } catch (IOException | SQLException | RuntimeException e) {
            return false;
        }
    }

    /** Makes a place for the quota, with nothing in it. */
    abstract void prepare(int port) throws SQLException;

    /** Takes away all that this made. */
    abstract void remove(int port) throws SQLException;

    /** Bucket4j's way to the server at a port of this machine. */
    abstract ProxyManager<String> buckets(int port);

    private static ClientResources soonConnectedAgain() {
        return ClientResources.builder()
                .reconnectDelay(Delay.constant(Duration.ofSeconds(1)))
                .build();
    }

    private static RedisURI uri(int port) {
        return RedisURI.builder()
                .withHost("127.0.0.1")
                .withPort(port)
                .withTimeout(Duration.ofSeconds(1))
                .build();
    }

    private static DataSource dataSource(int port) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(System.getProperty("quota.postgresql.database", "test"));
        source.setUser(System.getProperty("quota.postgresql.user", "postgres"));
        source.setPassword(System.getProperty("quota.postgresql.password", ""));
        source.setConnectTimeout(1);
        source.setSocketTimeout(2);
        return source;
    }

    private static void execute(int port, String sql) throws SQLException {
        try (Connection connection = dataSource(port).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
