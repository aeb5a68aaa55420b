// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks;

import java.nio.file.Path;
import java.util.Locale;

import io.github.camelhubspot.benchmarks.heap.SmallHeapRun;
import io.github.camelhubspot.benchmarks.process.Arguments;

/**
 * Streams a file of JSON lines through {@code batchCreate} in a JVM with a small heap and prints what that took.
 *
 * <p>Arguments: {@code records=200000}, {@code heap=64m}, {@code file=target/small-heap/companies.ndjson}.
 */
public final class SmallHeapBenchmark {

    private SmallHeapBenchmark() {}

    /** Runs it; ends with status 1 where not every record arrived. */
    public static void main(String[] args) throws Exception {
        Arguments arguments = Arguments.parse(args, "records", "heap", "file");
        long records = arguments.number("records", 200_000);
        String heap = arguments.text("heap", "64m");
        SmallHeapRun.Outcome outcome =
                SmallHeapRun.run(Path.of(arguments.text("file", "target/small-heap/companies.ndjson")), records, heap);
        System.out.printf(
                Locale.ROOT,
                "-Xmx%s, file of %,d bytes, exit status %d%n%s%nThe server got %s%n",
                heap,
                outcome.fileSize(),
                outcome.exitStatus(),
                outcome.result() == null ? "The run failed" : outcome.result().inWords(),
                outcome.stats());
        boolean complete = outcome.exitStatus() == 0
                && outcome.result() != null
                && outcome.result().succeeded() == records
                && outcome.stats().records() == records;
        System.exit(complete ? 0 : 1);
    }
}
