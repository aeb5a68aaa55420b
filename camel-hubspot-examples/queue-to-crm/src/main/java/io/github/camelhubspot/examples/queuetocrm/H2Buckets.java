// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.queuetocrm;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import javax.sql.DataSource;

import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AbstractCompareAndSwapBasedProxyManager;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AsyncCompareAndSwapOperation;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.CompareAndSwapOperation;
import io.github.bucket4j.distributed.remote.RemoteBucketState;

/** Bucket4j's buckets in H2, for which it has no module, so that an example needs no database server. */
final class H2Buckets extends AbstractCompareAndSwapBasedProxyManager<String> {

    private final DataSource database;

    /** Buckets in the table {@code hubspot_quota}, which is made if it is not there. */
    H2Buckets(DataSource database) {
        super(ClientSideConfig.getDefault());
        this.database = database;
        update("create table if not exists hubspot_quota (id varchar primary key, state varbinary)");
    }

    @Override
    protected CompareAndSwapOperation beginCompareAndSwapOperation(String key) {
        return new CompareAndSwapOperation() {
            @Override
            public Optional<byte[]> getStateData(Optional<Long> timeoutNanos) {
                return state(key);
            }

            @Override
            public boolean compareAndSwap(
                    byte[] before, byte[] after, RemoteBucketState state, Optional<Long> timeoutNanos) {
                return before == null
                        ? update("insert into hubspot_quota (id, state) values (?, ?)", key, after)
                        : update("update hubspot_quota set state = ? where id = ? and state = ?", after, key, before);
            }
        };
    }

    private Optional<byte[]> state(String key) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("select state from hubspot_quota where id = ?")) {
            query.setString(1, key);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The shared quota cannot be read", e);
        }
    }

    private boolean update(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate() == 1;
        } catch (SQLIntegrityConstraintViolationException e) {
            // Another node made the bucket first.
            return false;
        } catch (SQLException e) {
            throw new IllegalStateException("The shared quota cannot be written", e);
        }
    }

    @Override
    public void removeProxy(String key) {
        update("delete from hubspot_quota where id = ?", key);
    }

    @Override
    public boolean isAsyncModeSupported() {
        return false;
    }

    @Override
    protected AsyncCompareAndSwapOperation beginAsyncCompareAndSwapOperation(String key) {
        throw new UnsupportedOperationException("JDBC blocks");
    }

    @Override
    protected CompletableFuture<Void> removeAsync(String key) {
        throw new UnsupportedOperationException("JDBC blocks");
    }
}
