// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The comparison runs from end to end and every record of every variant arrives; with so few records its figures mean nothing. */
class WholeProcessBenchmarkTest {

    @Test
    @Timeout(120)
    void runsEveryVariant() throws Exception {
        WholeProcessBenchmark.main(new String[] {"forks=1", "rounds=2", "warmups=1", "creates=200", "batched=2000"});
    }
}
