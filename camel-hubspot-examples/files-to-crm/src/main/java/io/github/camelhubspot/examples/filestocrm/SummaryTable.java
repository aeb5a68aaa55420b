// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.filestocrm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import io.github.camelhubspot.batch.OutcomeStatus;

/** The report as text: what became of each file's records, and where to look for what was not written. */
final class SummaryTable {

    private static final List<OutcomeStatus> ALWAYS =
            List.of(OutcomeStatus.CREATED, OutcomeStatus.UPDATED, OutcomeStatus.SKIPPED, OutcomeStatus.REJECTED);

    private final Report report;
    private final List<OutcomeStatus> outcomes;

    SummaryTable(Report report) {
        this.report = report;
        this.outcomes = Arrays.stream(OutcomeStatus.values())
                .filter(outcome -> ALWAYS.contains(outcome) || total(outcome) > 0)
                .toList();
    }

    private long total(OutcomeStatus outcome) {
        return tallies().mapToLong(tally -> tally.count(outcome)).sum();
    }

    private Stream<Tally> tallies() {
        return report.files().stream().flatMap(file -> file.tallies().values().stream());
    }

    @Override
    public String toString() {
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("file", "became", "records"));
        outcomes.forEach(
                outcome -> head.add(outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
        head.add("moved to");
        rows.add(head);
        for (FileReport file : report.files()) {
            String name = file.name();
            String moved = file.failure() == null ? "done" : "failed";
            for (Map.Entry<String, Tally> tally : file.tallies().entrySet()) {
                rows.add(row(name, tally.getKey(), tally.getValue(), moved));
                name = "";
                moved = "";
            }
        }
        StringBuilder text = new StringBuilder("\n");
        int[] widths = widths(rows);
        rows.forEach(row -> append(text, row, widths));
        text.append(equation());
        for (FileReport file : report.files()) {
            if (file.failure() != null) {
                text.append("Failed: ")
                        .append(file.name())
                        .append(": ")
                        .append(file.failure())
                        .append('\n');
            }
            if (file.rejectedFile() != null) {
                text.append("Correct and deliver again: ")
                        .append(file.rejectedFile())
                        .append('\n');
            }
        }
        return text.toString();
    }

    private List<String> row(String name, String what, Tally tally, String moved) {
        List<String> row = new ArrayList<>(List.of(name, what, String.valueOf(tally.records())));
        outcomes.forEach(outcome -> row.add(String.valueOf(tally.count(outcome))));
        row.add(moved);
        return row;
    }

    private static int[] widths(List<List<String>> rows) {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return widths;
    }

    /** Texts to the left, numbers to the right. */
    private static void append(StringBuilder text, List<String> row, int[] widths) {
        for (int i = 0; i < widths.length; i++) {
            boolean number = i > 1 && i < widths.length - 1;
            String pad = " ".repeat(widths[i] - row.get(i).length());
            text.append(number ? pad + row.get(i) : row.get(i) + pad).append("  ");
        }
        text.setLength(text.toString().stripTrailing().length());
        text.append('\n');
    }

    private String equation() {
        long records = tallies().mapToLong(Tally::records).sum();
        long done = tallies().mapToLong(Tally::done).sum();
        List<String> parts = outcomes.stream()
                .map(outcome -> total(outcome) + " "
                        + outcome.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .toList();
        return "\n" + records + " records and links in = " + String.join(" + ", parts)
                + (records == done ? "; nothing unaccounted for\n" : "; UNACCOUNTED FOR: " + (records - done) + "\n");
    }
}
