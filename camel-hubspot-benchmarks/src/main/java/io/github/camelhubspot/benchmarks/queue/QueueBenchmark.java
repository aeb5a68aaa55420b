// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.queue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.camelhubspot.benchmarks.process.Arguments;
import io.github.camelhubspot.examples.queuetocrm.Way;

/**
 * Both ways in which messages share calls: their speed, what they cost in calls, and what a kill costs.
 *
 * <p>Arguments: {@code messages=20000}, {@code latency=100} (milliseconds that an answer takes), {@code limit=1000000} (calls in
 * ten seconds that the worker keeps to), {@code folder=target/queue}.
 */
public final class QueueBenchmark {

    private QueueBenchmark() {}

    /** Runs it; ends with status 1 where a record is lost. */
    public static void main(String[] args) throws Exception {
        Arguments arguments = Arguments.parse(args, "messages", "latency", "limit", "folder");
        int messages = (int) arguments.number("messages", 20_000);
        Path folder = Files.createDirectories(Path.of(arguments.text("folder", "target/queue")));
        List<QueueFigures> all = new ArrayList<>();
        System.out.println(QueueFigures.HEAD);
        for (Way way : Way.values()) {
            for (boolean kill : new boolean[] {false, true}) {
                QueueFigures figures = QueueRun.of(
                        way,
                        kill,
                        messages,
                        arguments.number("latency", 100),
                        arguments.number("limit", 1_000_000),
                        Files.createTempDirectory(folder, way + "-"));
                System.out.println(figures.row());
                all.add(figures);
            }
        }
        // Threads of the broker may linger.
        System.exit(all.stream().allMatch(QueueFigures::good) ? 0 : 1);
    }
}
