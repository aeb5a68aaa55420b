// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.soak.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.camelhubspot.batch.OutcomeStatus;
import io.github.camelhubspot.benchmarks.soak.check.Findings.Wrong;
import io.github.camelhubspot.benchmarks.soak.work.Kind;
import io.github.camelhubspot.benchmarks.soak.work.Task;
import io.github.camelhubspot.benchmarks.soak.work.Work;
import io.github.camelhubspot.simulator.crm.Crm;
import io.github.camelhubspot.simulator.crm.SimulatedRecord;

/** Whether the last reported outcome of every record is the one that it must end with, and names the right record. */
final class OutcomeCheck {

    private record Name(Kind kind, String key) {}

    private final Crm crm;
    private final Work work;
    private final Map<Name, Reported> last = new HashMap<>();
    private final Findings findings;

    OutcomeCheck(Crm crm, Work work, List<Reported> reported, Findings findings) {
        this.crm = crm;
        this.work = work;
        this.findings = findings;
        reported.forEach(one -> last.put(new Name(one.kind(), one.key()), one));
    }

    void run() {
        work.tasks().forEach(this::check);
    }

    private void check(Task task) {
        Reported outcome = last.get(new Name(task.kind(), task.key()));
        if (outcome == null) {
            findings.add(Wrong.MISREPORTED, "no outcome of " + task.kind() + " " + task.key());
        } else if (!mayEndWith(task, outcome.status())) {
            findings.add(Wrong.MISREPORTED, task.kind() + " " + task.key() + " ended " + outcome.status());
        } else if (outcome.hubSpotId() != null && !namesTheRecord(task, outcome)) {
            findings.add(Wrong.MISREPORTED, task.kind() + " " + task.key() + " ended as another record");
        }
    }

    private static boolean mayEndWith(Task task, OutcomeStatus status) {
        boolean leftAmbiguous =
                status == OutcomeStatus.AMBIGUOUS && !task.kind().repeatable();
        return leftAmbiguous || (task.bad() ? status == OutcomeStatus.REJECTED : status.success());
    }

    private boolean namesTheRecord(Task task, Reported outcome) {
        return switch (task.kind()) {
            case CREATE, ONE_CREATE, UPSERT, ONE_UPSERT, ROWS, UPDATE_BY_KEY ->
                crm.record("companies", outcome.hubSpotId())
                        .map(company -> company.property(Kind.KEY_PROPERTY))
                        .filter(task.key()::equals)
                        .isPresent();
            case UPDATE_BY_ID, ONE_UPDATE -> outcome.hubSpotId().equals(task.key());
            case CREATE_WITHOUT_KEY, ONE_CREATE_WITHOUT_KEY ->
                crm.record("tickets", outcome.hubSpotId())
                        .map(SimulatedRecord::properties)
                        .filter(properties -> task.key().equals(properties.get("subject")))
                        .isPresent();
            case LINK, LABEL, ONE_LINK, ARCHIVE, ONE_ARCHIVE -> true;
        };
    }
}
