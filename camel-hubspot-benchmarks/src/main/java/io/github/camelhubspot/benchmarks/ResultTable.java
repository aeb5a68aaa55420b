// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import io.github.camelhubspot.benchmarks.variant.Variant;

/**
 * The measurements of all variants as a table in Markdown.
 *
 * <p>Figures are of all rounds together, since the system counts processor time in steps that are coarse for one round; the
 * least and the most of the rounds tell how steady the machine was.
 */
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
        Measurement all = Measurement.sum(rounds);
        double[] cpu = rounds.stream()
                .mapToDouble(Measurement::cpuSecondsPerThousandCalls)
                .sorted()
                .toArray();
        return String.format(
                Locale.ROOT,
                "| %s | %,.0f | %,.0f | %.3f (%.3f to %.3f) | %,.0f |%n",
                variant.title(),
                all.callsPerSecond(),
                all.recordsPerSecond(),
                all.cpuSecondsPerThousandCalls(),
                cpu[0],
                cpu[cpu.length - 1],
                all.bytesPerRecord());
    }

    private String ratios(String title, Variant ours, Variant theirs) {
        if (!measurements.containsKey(ours) || !measurements.containsKey(theirs)) {
            return "";
        }
        List<Measurement> first = measurements.get(ours);
        List<Measurement> second = measurements.get(theirs);
        double[] cpu = IntStream.range(0, first.size())
                .mapToDouble(i -> first.get(i).cpuSecondsPerThousandCalls()
                        / second.get(i).cpuSecondsPerThousandCalls())
                .sorted()
                .toArray();
        Measurement our = Measurement.sum(first);
        Measurement their = Measurement.sum(second);
        return String.format(
                Locale.ROOT,
                "| %s | %.2f | %.2f (%.2f to %.2f) | %.2f |%n",
                title,
                our.callsPerSecond() / their.callsPerSecond(),
                our.cpuSecondsPerThousandCalls() / their.cpuSecondsPerThousandCalls(),
                cpu[0],
                cpu[cpu.length - 1],
                our.bytesPerRecord() / their.bytesPerRecord());
    }
}
