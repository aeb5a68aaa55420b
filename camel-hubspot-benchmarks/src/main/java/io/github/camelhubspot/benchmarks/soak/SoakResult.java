// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.soak;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import io.github.camelhubspot.batch.OutcomeStatus;
import io.github.camelhubspot.benchmarks.soak.check.Comparison;
import io.github.camelhubspot.benchmarks.soak.check.Findings;
import io.github.camelhubspot.benchmarks.soak.check.Findings.Wrong;
import io.github.camelhubspot.benchmarks.soak.check.Reported;
import io.github.camelhubspot.benchmarks.soak.work.Kind;
import io.github.camelhubspot.benchmarks.soak.work.Work;
import io.github.camelhubspot.simulator.HubSpotSimulator;
import io.github.camelhubspot.simulator.calls.RecordedCall;
import io.github.camelhubspot.simulator.faults.FaultKind;

/**
 * What came of a soak.
 *
 * @param settings how it ran
 * @param database which database held the table
 * @param records how many records there were of each kind
 * @param calls how many calls HubSpot got
 * @param faults how many of them failed, by kind
 * @param kills what was going on at each kill
 * @param redelivered how many messages came to a worker again
 * @param reported how many outcomes of each status were reported; a record may have several
 * @param inFlightAtKills how many records without a unique property were in a worker's hands at a kill
 * @param comparison the CRM and the reports, compared with the work
 * @param time from the start of the first worker to the end of the last
 */
public record SoakResult(
        SoakSettings settings,
        String database,
        Map<Kind, Long> records,
        long calls,
        Map<FaultKind, Long> faults,
        List<Kill> kills,
        long redelivered,
        Map<OutcomeStatus, Long> reported,
        long inFlightAtKills,
        Comparison comparison,
        Duration time) {

    /** What {@code kill -9} leaves as exit status. */
    private static final int KILLED = 128 + 9;

    static SoakResult of(
            SoakSettings settings,
            Work work,
            HubSpotSimulator hubSpot,
            Database database,
            List<Kill> kills,
            Duration time)
            throws SQLException {
        Map<Kind, Long> records = new EnumMap<>(Kind.class);
        work.tasks().forEach(task -> records.merge(task.kind(), 1L, Long::sum));
        List<Reported> reported = database.reported();
        Map<OutcomeStatus, Long> outcomes = new EnumMap<>(OutcomeStatus.class);
        reported.forEach(one -> outcomes.merge(one.status(), 1L, Long::sum));
        Map<String, Integer> inFlight = new HashMap<>();
        kills.forEach(kill -> kill.keysWithoutUniqueProperty().forEach(key -> inFlight.merge(key, 1, Integer::sum)));
        List<RecordedCall> calls = hubSpot.calls();
        return new SoakResult(
                settings,
                database.product(),
                records,
                calls.get(calls.size() - 1).index() + 1,
                hubSpot.faults().counts(),
                List.copyOf(kills),
                database.redeliveredMessages(),
                outcomes,
                inFlight.size(),
                Comparison.of(hubSpot.crm(), work, reported, inFlight),
                time);
    }

    /** What a soak must not show; empty where all is well. */
    public List<String> violations() {
        Findings findings = comparison.findings();
        List<String> violations = new ArrayList<>(findings.examples());
        for (Wrong wrong : Wrong.values()) {
            if (findings.count(wrong) > 0) {
                violations.add(wrong + ": " + findings.count(wrong) + " in all");
            }
        }
        for (Kill kill : kills) {
            if (kill.exitStatus() != KILLED) {
                violations.add("A worker was not killed, but ended with status " + kill.exitStatus());
            }
            if (!kill.hitBothSources()) {
                violations.add("A kill did not hit both sources: " + kill);
            }
        }
        if (kills.size() != settings.kills()) {
            violations.add("There were " + kills.size() + " kills");
        }
        return violations;
    }

    private static long total(Map<?, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The figures as tables in Markdown. */
    public String toMarkdown() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "Seed %d, %s, Java %s, %d processors.%n%n",
                settings.seed(),
                database,
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors()));
        text.append("| figure | |\n|---|---:|\n");
        row(text, "records", total(records));
        row(text, "calls to HubSpot", calls);
        row(text, "of them faulted", total(faults));
        row(text, "kills", kills.size());
        row(text, "messages delivered again", redelivered);
        row(text, "lost", comparison.findings().count(Wrong.LOST));
        row(
                text,
                "doubled, with a unique property or beyond the calls in flight",
                comparison.findings().count(Wrong.DOUBLED));
        row(text, "unexpected", comparison.findings().count(Wrong.UNEXPECTED));
        row(text, "misreported", comparison.findings().count(Wrong.MISREPORTED));
        row(text, "without a unique property: ambiguous and in the CRM", comparison.ambiguousPresent());
        row(text, "without a unique property: ambiguous and not in the CRM", comparison.ambiguousAbsent());
        row(text, "without a unique property: in a worker's hands at a kill", inFlightAtKills);
        row(text, "without a unique property: of these doubled", comparison.doubledTickets());
        row(text, "seconds", time.toSeconds());
        text.append("\n| records by kind | |\n|---|---:|\n");
        records.forEach((kind, count) -> row(text, kind, count));
        text.append("\n| reported outcomes, a record may have several | |\n|---|---:|\n");
        reported.forEach((status, count) -> row(text, status, count));
        text.append("\n| faults by kind | |\n|---|---:|\n");
        new TreeMap<>(faults).forEach((kind, count) -> row(text, kind, count));
        text.append('\n');
        kills.forEach(kill -> text.append("Kill: ").append(kill).append('\n'));
        return text.toString();
    }

    private static void row(StringBuilder text, Object name, long count) {
        text.append(String.format(Locale.ROOT, "| %s | %,d |%n", name, count));
    }
}
