// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.soak.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.camelhubspot.batch.OutcomeStatus;
import io.github.camelhubspot.benchmarks.soak.work.Kind;
import io.github.camelhubspot.benchmarks.soak.work.Task;
import io.github.camelhubspot.benchmarks.soak.work.Work;
import io.github.camelhubspot.benchmarks.soak.work.WorkGenerator;
import io.github.camelhubspot.simulator.HubSpotSimulator;
import io.github.camelhubspot.simulator.crm.Crm;
import io.github.camelhubspot.simulator.crm.LinkType;

/** Does the work as it must be done, straight in the CRM, so that a test can then spoil one thing. */
final class PerfectWorker {

    final Crm crm = new HubSpotSimulator().crm();
    final Work work = WorkGenerator.generate(crm, 800, 3);
    final List<Reported> reported = new ArrayList<>();
    final Map<String, Integer> inFlightAtKills = new HashMap<>();

    PerfectWorker() {
        work.tasks().forEach(task -> {
            String id = task.bad() ? null : apply(task);
            report(task, task.bad() ? OutcomeStatus.REJECTED : OutcomeStatus.UPDATED, id);
        });
    }

    private String apply(Task task) {
        return switch (task.kind()) {
            case CREATE, ONE_CREATE, UPSERT, ONE_UPSERT, ROWS, UPDATE_BY_KEY -> upsert(properties(task.body()));
            case UPDATE_BY_ID, ONE_UPDATE ->
                crm.update("companies", task.key(), properties(((Map<?, ?>) task.body()).get("properties")))
                        .id();
            case CREATE_WITHOUT_KEY, ONE_CREATE_WITHOUT_KEY -> {
                String id = crm.create("tickets", properties(task.body())).id();
                report(task, OutcomeStatus.CREATED, id);
                yield id;
            }
            case LINK, ONE_LINK, LABEL -> link(task);
            case ARCHIVE, ONE_ARCHIVE -> {
                crm.archive("companies", task.key());
                yield null;
            }
        };
    }

    private String upsert(Map<String, String> company) {
        return crm.find("companies", Kind.KEY_PROPERTY, company.get(Kind.KEY_PROPERTY))
                .map(before -> crm.update("companies", before.id(), company))
                .orElseGet(() -> crm.create("companies", company))
                .id();
    }

    private String link(Task task) {
        Map<String, String> link = properties(task.body());
        LinkType[] labels =
                crm
                        .associationTypes()
                        .between(crm.types().resolve("companies"), crm.types().resolve("contacts"))
                        .stream()
                        .filter(type -> task.kind() == Kind.LABEL && Kind.LINK_LABEL.equals(type.label()))
                        .map(type -> new LinkType(type.category(), type.typeId(), type.label()))
                        .toArray(LinkType[]::new);
        crm.link("companies", link.get("objectId"), "contacts", link.get("toObjectId"), labels);
        return null;
    }

    static Map<String, String> properties(Object body) {
        Map<String, String> properties = new HashMap<>();
        ((Map<?, ?>) body).forEach((name, value) -> properties.put((String) name, (String) value));
        return properties;
    }

    void report(Task task, OutcomeStatus status, String id) {
        reported.add(new Reported(task.kind(), task.key(), status, id));
    }

    /** The first good task of a kind. */
    Task first(Kind kind) {
        return work.tasks()
                .filter(task -> task.kind() == kind && !task.bad())
                .findFirst()
                .orElseThrow();
    }

    /** The id of the ticket that a task made. */
    String ticketId(Task task) {
        return crm.find("tickets", "subject", task.key()).orElseThrow().id();
    }

    /** The id of the company with a key. */
    String companyId(String key) {
        return crm.find("companies", Kind.KEY_PROPERTY, key).orElseThrow().id();
    }

    /** Forgets what was reported of a task. */
    void forget(Task task) {
        reported.removeIf(one -> one.kind() == task.kind() && one.key().equals(task.key()));
    }

    Comparison compare() {
        return Comparison.of(crm, work, reported, inFlightAtKills);
    }
}
