// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import io.github.camelhubspot.benchmarks.variant.Variant;

/** The measurements of all variants as a table in Markdown: medians, and ratios of what was measured next to each other. */
final class ResultTable {

    private final Map<Variant, List<Measurement>> measurements;

    ResultTable(Map<Variant, List<Measurement>> measurements) {
        this.measurements = measurements;
    }

    String toMarkdown() {
        StringBuilder table = new StringBuilder("""
                | route | calls/s | records/s | CPU s per 1,000 calls (least to most) | allocated bytes per record |
                |---|---:|---:|---:|---:|
                """);
        measurements.forEach((variant, rounds) -> table.append(row(variant, rounds)));
        table.append("\n| ratio, hubspot: to jackson + http | calls/s | CPU per call (least to most) | allocated |\n");
        table.append("|---|---:|---:|---:|\n");
        table.append(ratios("create", Variant.CREATE, Variant.HTTP_CREATE));
        table.append(ratios("batches of 100", Variant.BATCH, Variant.HTTP_BATCH));
        return table.toString();
    }

    private static String row(Variant variant, List<Measurement> rounds) {
        double[] cpu = sorted(rounds, Measurement::cpuSecondsPerThousandCalls);
        return String.format(
                Locale.ROOT,
                "| %s | %,.0f | %,.0f | %.3f (%.3f to %.3f) | %,.0f |%n",
                variant.title(),
                median(sorted(rounds, Measurement::callsPerSecond)),
                median(sorted(rounds, Measurement::recordsPerSecond)),
                median(cpu),
                cpu[0],
                cpu[cpu.length - 1],
                median(sorted(rounds, Measurement::bytesPerRecord)));
    }

    private String ratios(String title, Variant ours, Variant theirs) {
        if (!measurements.containsKey(ours) || !measurements.containsKey(theirs)) {
            return "";
        }
        double[] cpu = ratio(ours, theirs, Measurement::cpuSecondsPerThousandCalls);
        return String.format(
                Locale.ROOT,
                "| %s | %.2f | %.2f (%.2f to %.2f) | %.2f |%n",
                title,
                median(ratio(ours, theirs, Measurement::callsPerSecond)),
                median(cpu),
                cpu[0],
                cpu[cpu.length - 1],
                median(ratio(ours, theirs, Measurement::bytesPerRecord)));
    }

    /** Round by round, since whatever slows a round down slows both of its routes down. */
    private double[] ratio(Variant ours, Variant theirs, ToDoubleFunction<Measurement> figure) {
        List<Measurement> first = measurements.get(ours);
        List<Measurement> second = measurements.get(theirs);
        double[] ratios = new double[first.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = figure.applyAsDouble(first.get(i)) / figure.applyAsDouble(second.get(i));
        }
        java.util.Arrays.sort(ratios);
        return ratios;
    }

    private static double[] sorted(List<Measurement> rounds, ToDoubleFunction<Measurement> figure) {
        return rounds.stream().mapToDouble(figure).sorted().toArray();
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
