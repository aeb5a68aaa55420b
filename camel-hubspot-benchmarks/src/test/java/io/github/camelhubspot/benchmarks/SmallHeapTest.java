// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.camelhubspot.benchmarks.heap.SmallHeapRun;

import static org.assertj.core.api.Assertions.assertThat;

/** A file that is larger than the heap goes through, whole; nothing is said about how fast. */
class SmallHeapTest {

    private static final long RECORDS = 200_000;

    @Test
    @Timeout(180)
    void streamsAFileThatIsLargerThanTheHeap() throws Exception {
        SmallHeapRun.Outcome outcome =
                SmallHeapRun.run(Path.of("target", "small-heap-test", "companies.ndjson"), RECORDS, "64m");

        assertThat(outcome.fileSize()).isGreaterThan(64L * 1024 * 1024);
        assertThat(outcome.exitStatus()).isZero();
        assertThat(outcome.result().succeeded()).isEqualTo(RECORDS);
        assertThat(outcome.stats().records()).isEqualTo(RECORDS);
        assertThat(outcome.stats().calls()).isEqualTo(RECORDS / 100);
        assertThat(outcome.stats().mostInFlight()).isGreaterThan(1);
    }
}
