// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.filestocrm;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The program as it is started. */
class FilesToCrmTest {

    @Test
    @DisabledIfEnvironmentVariable(named = "HUBSPOT_ACCESS_TOKEN", matches = ".+", disabledReason = "a real account")
    void startsTheSimulatorDeliversTheSamplesAndEnds(@TempDir Path base) throws Exception {
        Delivery.withoutQuota();

        FilesToCrm.main(new String[] {base.toString()});

        assertThat(Delivery.names(base.resolve("inbox"))).isEmpty();
        assertThat(Delivery.names(base.resolve("done"))).hasSize(6);
        assertThat(Delivery.names(base.resolve("failed"))).hasSize(1);
        assertThat(Delivery.names(base.resolve("rejected"))).hasSize(5);
    }
}
