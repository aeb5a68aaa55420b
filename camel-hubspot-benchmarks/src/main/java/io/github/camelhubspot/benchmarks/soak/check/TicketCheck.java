// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.soak.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.camelhubspot.batch.OutcomeStatus;
import io.github.camelhubspot.benchmarks.soak.check.Findings.Wrong;
import io.github.camelhubspot.benchmarks.soak.work.ExpectedContent;
import io.github.camelhubspot.simulator.crm.Crm;
import io.github.camelhubspot.simulator.crm.SimulatedRecord;

/**
 * Compares the tickets, which are created without a unique property. Each is there once; one that was reported as ambiguous,
 * once or not at all; one that was in flight at a kill, once more for each such kill at most. Every ticket that is there was
 * reported, by its id or as ambiguous, unless its worker was killed before it could.
 */
final class TicketCheck {

    private final Crm crm;
    private final ExpectedContent expected;
    private final Map<String, Integer> inFlightAtKills;
    private final Findings findings;
    private final Map<String, Integer> ambiguous = new HashMap<>();
    private final Map<String, Set<String>> created = new HashMap<>();
    private long doubled;
    private long ambiguousPresent;
    private long ambiguousAbsent;

    TicketCheck(
            Crm crm,
            ExpectedContent expected,
            List<Reported> reported,
            Map<String, Integer> inFlightAtKills,
            Findings findings) {
        this.crm = crm;
        this.expected = expected;
        this.inFlightAtKills = inFlightAtKills;
        this.findings = findings;
        reported.stream().filter(one -> !one.kind().repeatable()).forEach(one -> {
            if (one.status() == OutcomeStatus.AMBIGUOUS) {
                ambiguous.merge(one.key(), 1, Integer::sum);
            } else if (one.status() == OutcomeStatus.CREATED) {
                created.computeIfAbsent(one.key(), key -> new HashSet<>()).add(one.hubSpotId());
            }
        });
    }

    void run() {
        Map<String, List<SimulatedRecord>> bySubject = new HashMap<>();
        crm.records("tickets").forEach(ticket -> bySubject
                .computeIfAbsent(ticket.property("subject"), subject -> new ArrayList<>())
                .add(ticket));
        expected.tickets()
                .forEach((subject, properties) ->
                        check(subject, properties, bySubject.getOrDefault(subject, List.of())));
        bySubject.keySet().stream()
                .filter(subject -> !expected.tickets().containsKey(subject))
                .forEach(subject -> findings.add(Wrong.UNEXPECTED, "the ticket " + subject));
    }

    private void check(String subject, Map<String, String> properties, List<SimulatedRecord> tickets) {
        int inFlight = inFlightAtKills.getOrDefault(subject, 0);
        boolean isAmbiguous = ambiguous.containsKey(subject);
        if (tickets.isEmpty() && !isAmbiguous) {
            findings.add(Wrong.LOST, "the ticket " + subject);
        }
        if (tickets.size() > 1 + inFlight) {
            findings.add(Wrong.DOUBLED, "the ticket " + subject + ", " + tickets.size() + " times");
        }
        doubled += Math.max(0, tickets.size() - 1);
        if (isAmbiguous) {
            ambiguousPresent += tickets.isEmpty() ? 0 : 1;
            ambiguousAbsent += tickets.isEmpty() ? 1 : 0;
        }
        Set<String> named = new HashSet<>(created.getOrDefault(subject, Set.of()));
        long unnamed =
                tickets.stream().filter(ticket -> !named.remove(ticket.id())).count();
        if (unnamed > inFlight + ambiguous.getOrDefault(subject, 0)) {
            findings.add(Wrong.MISREPORTED, "nobody was told of the ticket " + subject);
        }
        named.forEach(id -> findings.add(Wrong.LOST, "the ticket " + subject + ", reported as created"));
        for (SimulatedRecord ticket : tickets) {
            boolean whole = properties.entrySet().stream()
                    .allMatch(property -> property.getValue().equals(ticket.property(property.getKey())));
            if (!whole) {
                findings.add(Wrong.LOST, "a property of the ticket " + subject);
            }
        }
    }

    /** How many tickets are there beyond the first of their subject. */
    long doubled() {
        return doubled;
    }

    /** How many tickets that were reported as ambiguous are there. */
    long ambiguousPresent() {
        return ambiguousPresent;
    }

    /** How many tickets that were reported as ambiguous are not there. */
    long ambiguousAbsent() {
        return ambiguousAbsent;
    }
}
