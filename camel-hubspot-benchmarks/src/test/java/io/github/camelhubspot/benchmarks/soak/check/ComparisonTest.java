// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.soak.check;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.github.camelhubspot.batch.OutcomeStatus;
import io.github.camelhubspot.benchmarks.soak.check.Findings.Wrong;
import io.github.camelhubspot.benchmarks.soak.work.Kind;
import io.github.camelhubspot.benchmarks.soak.work.Task;

import static org.assertj.core.api.Assertions.assertThat;

/** The comparison finds whatever may go wrong with a record, and nothing where nothing did. */
class ComparisonTest {

    private final PerfectWorker worker = new PerfectWorker();

    @Test
    void findsNothingWhereAllIsDoneAsItMustBe() {
        Comparison comparison = worker.compare();

        assertThat(comparison.findings().examples()).isEmpty();
        assertThat(comparison.findings().none()).isTrue();
        assertThat(comparison.doubledTickets()).isZero();
    }

    @Test
    void findsACompanyThatIsNotThere() {
        worker.crm.merge("companies", worker.companyId("new-0"), worker.companyId("new-1"));

        assertThat(wrong()).containsKey(Wrong.LOST);
    }

    @Test
    void findsAnUpdateThatWasLost() {
        Task update = worker.first(Kind.UPDATE_BY_ID);
        worker.crm.update("companies", update.key(), Map.of("name", "As before"));

        assertThat(wrong()).containsOnly(Map.entry(Wrong.LOST, 1L));
    }

    @Test
    void findsALinkThatIsNotThereAndOneThatNobodyAskedFor() {
        Task link = worker.first(Kind.LINK);
        Map<String, String> ends = PerfectWorker.properties(link.body());
        String other = worker.crm.records("contacts").stream()
                .map(contact -> contact.id())
                .filter(id -> !id.equals(ends.get("toObjectId")))
                .findFirst()
                .orElseThrow();
        worker.crm
                .links()
                .unlink(
                        worker.crm.types().resolve("companies"),
                        Long.parseLong(ends.get("objectId")),
                        worker.crm.types().resolve("contacts"),
                        Long.parseLong(ends.get("toObjectId")));
        worker.crm.link("companies", ends.get("objectId"), "contacts", other);

        assertThat(wrong()).containsOnly(Map.entry(Wrong.LOST, 1L), Map.entry(Wrong.UNEXPECTED, 1L));
    }

    @Test
    void findsALabelThatIsNotThere() {
        Map<String, String> ends =
                PerfectWorker.properties(worker.first(Kind.LABEL).body());
        worker.crm.link("companies", ends.get("objectId"), "contacts", ends.get("toObjectId"));

        assertThat(wrong()).containsKey(Wrong.LOST);
    }

    @Test
    void findsACompanyThatIsArchivedThoughNobodyAskedForIt() {
        worker.crm.archive("companies", worker.companyId("new-0"));

        assertThat(wrong()).containsKeys(Wrong.LOST, Wrong.UNEXPECTED);
    }

    @Test
    void findsACompanyThatNobodyAskedFor() {
        worker.crm.create("companies", Map.of("name", "Nobody's"));

        assertThat(wrong()).containsOnly(Map.entry(Wrong.UNEXPECTED, 1L));
    }

    @Test
    void findsATicketThatIsThereTwice() {
        makeAgain(worker.first(Kind.CREATE_WITHOUT_KEY));

        assertThat(wrong()).containsKey(Wrong.DOUBLED);
    }

    @Test
    void countsATicketThatIsThereTwiceSinceItWasInFlightAtAKill() {
        Task ticket = worker.first(Kind.CREATE_WITHOUT_KEY);
        makeAgain(ticket);
        worker.inFlightAtKills.put(ticket.key(), 1);

        assertThat(worker.compare().findings().none()).isTrue();
        assertThat(worker.compare().doubledTickets()).isEqualTo(1);
    }

    @Test
    void findsATicketThatIsThereOnceMoreThanTheKillsExplain() {
        Task ticket = worker.first(Kind.CREATE_WITHOUT_KEY);
        makeAgain(ticket);
        makeAgain(ticket);
        worker.inFlightAtKills.put(ticket.key(), 1);

        assertThat(wrong()).containsKey(Wrong.DOUBLED);
    }

    @Test
    void findsATicketThatIsNotThereThoughItWasReportedAsCreated() {
        Task ticket = worker.first(Kind.ONE_CREATE_WITHOUT_KEY);
        worker.crm.archive("tickets", worker.ticketId(ticket));

        assertThat(wrong()).containsKey(Wrong.LOST);
    }

    @Test
    void letsAnAmbiguousTicketBeThereOnceOrNotAtAll() {
        Task absent = worker.first(Kind.ONE_CREATE_WITHOUT_KEY);
        Task present = worker.first(Kind.CREATE_WITHOUT_KEY);
        worker.crm.archive("tickets", worker.ticketId(absent));
        worker.forget(absent);
        worker.forget(present);
        worker.report(absent, OutcomeStatus.AMBIGUOUS, null);
        worker.report(present, OutcomeStatus.AMBIGUOUS, null);

        Comparison comparison = worker.compare();

        assertThat(comparison.findings().none()).isTrue();
        assertThat(comparison.ambiguousAbsent()).isEqualTo(1);
        assertThat(comparison.ambiguousPresent()).isEqualTo(1);
    }

    @Test
    void findsAnAmbiguousTicketThatIsThereTwice() {
        Task ticket = worker.first(Kind.CREATE_WITHOUT_KEY);
        makeAgain(ticket);
        worker.forget(ticket);
        worker.report(ticket, OutcomeStatus.AMBIGUOUS, null);

        assertThat(wrong()).containsKey(Wrong.DOUBLED);
    }

    @Test
    void findsAnAmbiguousWriteThatALivingWorkerDidNotReport() {
        worker.forget(worker.first(Kind.CREATE_WITHOUT_KEY));

        assertThat(wrong()).containsKey(Wrong.MISREPORTED);
    }

    @Test
    void findsARecordOfWhichNothingWasReported() {
        worker.forget(worker.first(Kind.ROWS));

        assertThat(wrong()).containsOnly(Map.entry(Wrong.MISREPORTED, 1L));
    }

    @Test
    void findsAWriteThatWasLeftAmbiguousThoughItHasAUniqueProperty() {
        worker.report(worker.first(Kind.CREATE), OutcomeStatus.AMBIGUOUS, null);

        assertThat(wrong()).containsOnly(Map.entry(Wrong.MISREPORTED, 1L));
    }

    @Test
    void findsABadRecordThatWasReportedAsASuccess() {
        Task bad = worker.work.tasks().filter(Task::bad).findFirst().orElseThrow();
        worker.report(bad, OutcomeStatus.UPDATED, null);

        assertThat(wrong()).containsOnly(Map.entry(Wrong.MISREPORTED, 1L));
    }

    @Test
    void findsASuccessThatNamesAnotherRecord() {
        worker.report(worker.first(Kind.CREATE), OutcomeStatus.CREATED, worker.companyId("new-1"));

        assertThat(wrong()).containsOnly(Map.entry(Wrong.MISREPORTED, 1L));
    }

    private void makeAgain(Task ticket) {
        worker.crm.create("tickets", PerfectWorker.properties(ticket.body()));
    }

    private Map<Wrong, Long> wrong() {
        return worker.compare().findings().counts();
    }
}
