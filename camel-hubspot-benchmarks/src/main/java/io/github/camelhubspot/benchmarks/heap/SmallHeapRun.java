// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.heap;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.github.camelhubspot.benchmarks.process.ChildProcess;
import io.github.camelhubspot.benchmarks.process.Lines;
import io.github.camelhubspot.benchmarks.process.ServerProcess;

/** A large file through the component in a JVM of its own with a small heap, and HubSpot in another. */
public final class SmallHeapRun {

    /** HubSpot's answer takes a while, so that as many chunks are in flight as the component allows. */
    private static final long LATENCY_MILLIS = 25;

    private static final Duration LIMIT = Duration.ofSeconds(110);

    private SmallHeapRun() {}

    /**
     * What came of a run.
     *
     * @param fileSize the file's size in bytes
     * @param exitStatus how the process ended
     * @param result what the process said; null where it failed before
     * @param stats what HubSpot took
     */
    public record Outcome(long fileSize, int exitStatus, HeapResult result, ServerProcess.Stats stats) {}

    /** Writes the file and sends it. */
    public static Outcome run(Path file, long records, String heap) throws Exception {
        long fileSize = NdjsonFile.write(file, records);
        try (ServerProcess server = ServerProcess.start(LATENCY_MILLIS);
                ChildProcess sender = ChildProcess.start(
                        List.of("-Xmx" + heap, "-XX:+ExitOnOutOfMemoryError"),
                        FileToHubSpot.class,
                        List.of("file=" + file.toAbsolutePath(), "url=" + server.url()))) {
            HeapResult result =
                    sender.find(Lines.MEASURED, LIMIT).map(HeapResult::parse).orElse(null);
            return new Outcome(fileSize, sender.exitStatus(Duration.ofSeconds(30)), result, server.stats());
        }
    }
}
