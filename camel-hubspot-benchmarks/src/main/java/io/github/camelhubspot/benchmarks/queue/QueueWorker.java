// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.queue;

import java.util.Map;

import io.github.camelhubspot.benchmarks.process.Arguments;
import io.github.camelhubspot.benchmarks.process.Lines;
import io.github.camelhubspot.examples.queuetocrm.Tally;
import io.github.camelhubspot.examples.queuetocrm.Way;
import io.github.camelhubspot.examples.queuetocrm.Worker;

/** The measured process: the example's worker, until its input ends. */
public final class QueueWorker {

    private QueueWorker() {}

    /** Runs it. */
    public static void main(String[] args) throws Exception {
        Arguments arguments = Arguments.parse(args, "way", "broker", "database", "url", "token", "limit");
        Map<String, String> options = Map.of(
                "camel.component.hubspot.base-url", arguments.text("url", ""),
                "camel.component.hubspot.access-token", arguments.text("token", ""),
                "camel.component.hubspot.requests-per-ten-seconds", arguments.text("limit", ""));
        try (Worker worker = new Worker(
                Way.of(arguments.text("way", "")),
                arguments.text("broker", ""),
                arguments.text("database", ""),
                options,
                new Tally())) {
            worker.start();
            System.out.println(Lines.READY);
            while (System.in.read() >= 0) {
                // The end of the input is the end of the worker.
            }
        }
        System.exit(0);
    }
}
