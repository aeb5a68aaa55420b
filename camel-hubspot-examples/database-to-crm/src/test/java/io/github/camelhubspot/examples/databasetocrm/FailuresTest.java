// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.databasetocrm;

import java.util.concurrent.CompletableFuture;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Nothing is lost or doubled when outcomes cannot be written back, answers are lost or nothing can be sent. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class FailuresTest extends DatabaseTestSupport {

    @Test
    void whatHubSpotDidAndNobodyNotedIsDoneAgainWithoutHarm() throws Exception {
        database.run("alter table outbox add constraint breaks check (status not in ('CREATED', 'UPDATED'))");
        ProgramRun run = run();
        run.start();
        // K-1010 is with the last that are written, and comes again only after the first attempt was rolled back.
        Awaitility.await()
                .until(() -> sent.written(Sent.UPSERT_COMPANIES, "K-1010") > 1
                        && sent.written(Sent.UPSERT_CONTACTS, "P-314") > 1);
        run.stop();
        assertThat(hubSpot.crm().records("companies")).hasSize(9);
        assertThat(jdbc.queryForObject("select count(*) from outbox where done", Long.class))
                .isZero();
        assertThat(jdbc.queryForObject("select count(*) from crm_record where hubspot_id is not null", Long.class))
                .isZero();

        database.run("alter table outbox drop constraint breaks");
        // What the stop left NOT_SENT.
        jdbc.update("update crm_record set retry_at = null");
        send();

        crm.assertEqualsTables("K-1007", "P-304");
        assertThat(jdbc.queryForList(
                        "select distinct status from outbox where kind = 'companies' order by status", String.class))
                .containsExactly("REJECTED", "UPDATED");
    }

    @Test
    void anArchivingThatNobodyNotedIsFoundToBeDone() throws Exception {
        send();
        database.run("alter table outbox add constraint breaks check (status <> 'ARCHIVED')");
        jdbc.update("delete from customers where customer_id = 'K-1010'");
        ProgramRun run = run();
        run.start();
        Awaitility.await().until(() -> crm.archived("companies").contains("K-1010"));
        run.stop();
        database.run("alter table outbox drop constraint breaks");

        send();

        crm.assertEqualsTables("K-1007", "P-304");
        assertThat(jdbc.queryForObject("select count(*) from sendable", Long.class))
                .isZero();
    }

    @Test
    void lostAnswersEndRight() throws Exception {
        hubSpot.faults()
                .next(2)
                .matching("POST", "/crm/v3/objects/*/batch/upsert")
                .afterApplying()
                .dropConnection();
        hubSpot.faults().next().matching("POST", Sent.LINK).afterApplying().dropConnection();

        send();

        assertThat(hubSpot.faults().isUsedUp()).isTrue();
        crm.assertEqualsTables("K-1007", "P-304");
    }

    @Test
    void anAmbiguousRowIsSentAgain() throws Exception {
        hubSpot.faults()
                .next()
                .matching("POST", Sent.UPSERT_COMPANIES)
                .afterApplying()
                .dropConnection();

        CompletableFuture<Void> end = run().with("max-retries", "0").start();
        Awaitility.await().until(() -> open("AMBIGUOUS") == 10);
        assertThat(hubSpot.crm().records("companies")).isEmpty();
        waitNoLonger();
        end.join();

        crm.assertEqualsTables("K-1007", "P-304");
    }

    @Test
    void whatCouldNotBeSentStaysAndIsNotTriedWithoutPause() throws Exception {
        hubSpot.faults().always().matching("POST", Sent.UPSERT_COMPANIES).answer(401);

        ProgramRun run = run();
        CompletableFuture<Void> end = run.start();
        Awaitility.await().until(() -> open("NOT_SENT") == 10);
        int looks = run.looks("companies");
        Awaitility.await().until(() -> run.looks("companies") >= looks + 2);
        assertThat(sent.calls(Sent.UPSERT_COMPANIES)).hasSize(1);
        hubSpot.faults().clear();
        waitNoLonger();
        end.join();

        crm.assertEqualsTables("K-1007", "P-304");
        assertThat(open("NOT_SENT")).isZero();
    }

    private long open(String status) {
        return jdbc.queryForObject("select count(*) from outbox where not done and status = ?", Long.class, status);
    }

    /** The ten seconds are over. */
    private void waitNoLonger() {
        assertThat(jdbc.update("update crm_record set retry_at = null where retry_at > current_timestamp"))
                .isEqualTo(10);
    }
}
