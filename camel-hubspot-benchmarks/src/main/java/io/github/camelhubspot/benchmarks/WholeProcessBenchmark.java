// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.camelhubspot.benchmarks.process.Arguments;
import io.github.camelhubspot.benchmarks.process.ChildProcess;
import io.github.camelhubspot.benchmarks.process.Lines;
import io.github.camelhubspot.benchmarks.process.ServerProcess;
import io.github.camelhubspot.benchmarks.variant.Cost;
import io.github.camelhubspot.benchmarks.variant.Variant;
import io.github.camelhubspot.benchmarks.variant.VariantProcess;

/**
 * Compares the component with the routes that are written without it: a process each, one server, rounds by turns.
 *
 * <p>Arguments: {@code forks=2} (each route starts anew so often), {@code rounds=5} (in each fork), {@code warmups=15} (runs
 * that are not counted), {@code creates=10000} and {@code batched=100000} (records in a run), {@code variants=…} (names,
 * comma-separated), {@code latency=0} (milliseconds that the server waits), {@code jfr=…} (a folder for recordings).
 */
public final class WholeProcessBenchmark {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Arguments arguments;
    private final List<Variant> variants;
    private final Map<Variant, List<Measurement>> measurements = new EnumMap<>(Variant.class);

    private WholeProcessBenchmark(Arguments arguments) {
        this.arguments = arguments;
        String names = arguments.text("variants", null);
        this.variants = names == null
                ? List.of(Variant.values())
                : Arrays.stream(names.split(",")).map(Variant::valueOf).toList();
        variants.forEach(variant -> measurements.put(variant, new ArrayList<>()));
    }

    /** Runs the benchmark and prints its table. */
    public static void main(String[] args) throws Exception {
        Arguments arguments =
                Arguments.parse(args, "forks", "rounds", "warmups", "creates", "batched", "variants", "latency", "jfr");
        new WholeProcessBenchmark(arguments).run();
    }

    private void run() throws Exception {
        long start = System.nanoTime();
        try (ServerProcess server = ServerProcess.start(arguments.number("latency", 0))) {
            for (int fork = 1; fork <= arguments.number("forks", 2); fork++) {
                runFork(server, fork);
            }
            System.out.printf(
                    Locale.ROOT,
                    "%nJava %s, %d processors, %d seconds, at most %d calls in flight.%n%n",
                    System.getProperty("java.version"),
                    Runtime.getRuntime().availableProcessors(),
                    Duration.ofNanos(System.nanoTime() - start).toSeconds(),
                    server.stats().mostInFlight());
        }
        System.out.println(new ResultTable(measurements).toMarkdown());
    }

    /** All processes of a fork live at once, so that a round's runs follow each other closely; the idle ones only wait. */
    private void runFork(ServerProcess server, int fork) throws Exception {
        Map<Variant, ChildProcess> processes = new EnumMap<>(Variant.class);
        try {
            for (Variant variant : variants) {
                ChildProcess process = start(variant, server.url(), fork);
                processes.put(variant, process);
                process.await(Lines.READY, LIMIT);
                for (int i = 0; i < arguments.number("warmups", 15); i++) {
                    measure(variant, process, server);
                }
            }
            for (int round = 0; round < arguments.number("rounds", 5); round++) {
                for (Variant variant : inTurn(round)) {
                    Measurement measurement = measure(variant, processes.get(variant), server);
                    measurements.get(variant).add(measurement);
                    System.out.printf(
                            Locale.ROOT,
                            "fork %d, round %d, %s: %.0f calls/s, %.3f CPU s per 1,000 calls%n",
                            fork,
                            round + 1,
                            variant.title(),
                            measurement.callsPerSecond(),
                            measurement.cpuSecondsPerThousandCalls());
                }
            }
        } finally {
            processes.values().forEach(ChildProcess::close);
        }
    }

    /** Every other round backwards, so that no variant always comes after the same one. */
    private List<Variant> inTurn(int round) {
        List<Variant> order = new ArrayList<>(variants);
        if (round % 2 == 1) {
            Collections.reverse(order);
        }
        return order;
    }

    private ChildProcess start(Variant variant, String url, int fork) throws IOException {
        List<String> options = new ArrayList<>(List.of("-Xms512m", "-Xmx512m"));
        String recordings = arguments.text("jfr", null);
        if (recordings != null) {
            Path file = Files.createDirectories(Path.of(recordings)).resolve(variant + "-" + fork + ".jfr");
            options.add("-XX:StartFlightRecording=settings=profile,filename=" + file);
        }
        return ChildProcess.start(options, VariantProcess.class, List.of("variant=" + variant, "url=" + url));
    }

    private Measurement measure(Variant variant, ChildProcess process, ServerProcess server) throws Exception {
        long records = variant.batches() ? arguments.number("batched", 100_000) : arguments.number("creates", 10_000);
        ServerProcess.Stats before = server.stats();
        process.say(Lines.RUN + records);
        Cost cost = Cost.parse(process.await(Lines.MEASURED, LIMIT));
        ServerProcess.Stats after = server.stats();
        long arrived = after.records() - before.records();
        if (arrived != records) {
            throw new IllegalStateException(
                    "Of " + records + " records, " + arrived + " arrived through " + variant.title());
        }
        return new Measurement(after.calls() - before.calls(), arrived, cost);
    }
}
