// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.databasetocrm;

import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What happens at the same time: changes while rows are being sent, transactions that end late, several instances. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class RacesTest extends DatabaseTestSupport {

    @Test
    void aRowThatChangesWhileItIsBeingSentIsSentAgain() throws Exception {
        send();
        hubSpot.clearCalls();
        jdbc.update("update customers set city = 'old' where customer_id in ('K-1001', 'K-1002')");

        // The simulator carries out no write as long as the test holds its account.
        CompletableFuture<Void> run = hubSpot.crm().writing(() -> {
            CompletableFuture<Void> started = run().start();
            Awaitility.await().until(() -> !sent.calls(Sent.UPSERT_COMPANIES).isEmpty());
            // It does not wait for the program.
            jdbc.update("update customers set city = 'new' where customer_id = 'K-1001'");
            return started;
        });
        run.join();

        assertThat(sent.calls(Sent.UPSERT_COMPANIES)).hasSize(2);
        assertThat(sent.ids(Sent.UPSERT_COMPANIES)).containsExactlyInAnyOrder("K-1001", "K-1002", "K-1001");
        assertThat(crm.property("companies", "K-1001", "city")).isEqualTo("new");
        crm.assertEqualsTables("K-1007", "P-304");
        assertThat(jdbc.queryForList(
                        "select status from outbox where external_id = 'K-1001' order by change_id", String.class))
                .containsExactly("CREATED", "UPDATED", "UPDATED");
    }

    @Test
    void aRowThatIsDeletedWhileItIsBeingSentIsArchived() throws Exception {
        send();
        hubSpot.clearCalls();
        jdbc.update("insert into customers (customer_id, name) values ('K-1099', 'Here today')");

        CompletableFuture<Void> run = hubSpot.crm().writing(() -> {
            CompletableFuture<Void> started = run().start();
            Awaitility.await().until(() -> !sent.calls(Sent.UPSERT_COMPANIES).isEmpty());
            jdbc.update("delete from customers where customer_id = 'K-1099'");
            return started;
        });
        run.join();

        assertThat(crm.archived("companies")).containsExactly("K-1099");
        crm.assertEqualsTables("K-1007", "P-304");
    }

    @Test
    void aChangeThatIsCommittedLateIsSent() throws Exception {
        send();
        try (Connection slow = database.dataSource().getConnection();
                Statement statement = slow.createStatement()) {
            slow.setAutoCommit(false);
            statement.execute("update customers set city = 'late' where customer_id = 'K-1001'");
            jdbc.update("update customers set city = 'soon' where customer_id = 'K-1002'");
            hubSpot.clearCalls();

            send();

            assertThat(sent.ids(Sent.UPSERT_COMPANIES)).containsExactly("K-1002");
            hubSpot.clearCalls();
            slow.commit();
        }

        send();

        assertThat(sent.ids(Sent.UPSERT_COMPANIES)).containsExactly("K-1001");
        crm.assertEqualsTables("K-1007", "P-304");
        assertThat(jdbc.queryForObject("select max(change_id) from outbox where external_id = 'K-1001'", Long.class))
                .as("its place in the outbox is before one that was sent earlier")
                .isLessThan(jdbc.queryForObject(
                        "select max(change_id) from outbox where external_id = 'K-1002'", Long.class));
    }

    @Test
    void twoInstancesShareTheWork() throws Exception {
        send();
        hubSpot.clearCalls();
        int rows = 700;
        jdbc.batchUpdate(
                "insert into customers (customer_id, name) values (?, ?)",
                IntStream.range(0, rows)
                        .mapToObj(i -> new Object[] {"C-" + i, "Customer " + i})
                        .toList());
        jdbc.batchUpdate(
                "insert into people (person_id, customer_id, last_name) values (?, ?, ?)",
                IntStream.range(0, rows)
                        .mapToObj(i -> new Object[] {"Q-" + i, "C-" + i, "Person " + i})
                        .toList());

        try (Database other = server.open(schema)) {
            // Each instance has its first companies in hand before any are written.
            var runs = hubSpot.crm().writing(() -> {
                var one = run().start();
                var two = run(other).start();
                Awaitility.await().until(() -> sent.calls(Sent.UPSERT_COMPANIES).size() == 2);
                return CompletableFuture.allOf(one, two);
            });
            runs.join();
        }

        crm.assertEqualsTables("K-1007", "P-304");
        assertThat(sent.ids(Sent.UPSERT_COMPANIES)).hasSize(rows).doesNotHaveDuplicates();
        assertThat(sent.ids(Sent.UPSERT_CONTACTS)).hasSize(rows).doesNotHaveDuplicates();
        assertThat(sent.links(Sent.LINK)).hasSize(rows).doesNotHaveDuplicates();
        assertThat(jdbc.queryForList(
                        "select distinct status from outbox where external_id like 'C-%' or external_id like 'Q-%'",
                        String.class))
                .containsExactly("CREATED");
    }
}
