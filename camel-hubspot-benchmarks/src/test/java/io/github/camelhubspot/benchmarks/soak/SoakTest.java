// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.soak;

import java.nio.file.Path;
import java.time.Duration;

import org.apache.camel.util.FileUtil;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhubspot.benchmarks.soak.check.SecretScan;

import static org.assertj.core.api.Assertions.assertThat;

/** The short form of the soak: a worker that fails often and is killed three times leaves the CRM as it must be. */
class SoakTest {

    private static final SoakSettings SETTINGS = new SoakSettings(
            20_000,
            Long.getLong("soak.seed", 1),
            0.2,
            3,
            12,
            200,
            Duration.ofMinutes(4),
            true,
            Path.of("target", "soak-test"));

    private static final Path OBSERVATIONS = WorkerProcess.observations(SETTINGS.folder());

    private static SoakResult result;

    @BeforeAll
    @Timeout(300)
    static void soak() throws Exception {
        FileUtil.removeDir(SETTINGS.folder().toFile());
        result = Soak.run(SETTINGS);
        System.out.println(result.toMarkdown());
    }

    @Test
    void noRecordIsLostDoubledOrMisreported() {
        assertThat(result.violations()).isEmpty();
    }

    @Test
    void oneCallInFiveFailed() {
        long faults =
                result.faults().values().stream().mapToLong(Long::longValue).sum();

        assertThat((double) faults / result.calls()).isBetween(0.15, 0.25);
    }

    @Test
    void theAccessTokenIsShownNowhere() throws Exception {
        assertThat(SecretScan.find(OBSERVATIONS, Soak.ACCESS_TOKEN)).isEmpty();
    }

    /** Else the scan above would say nothing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "TRACE org.apache.camel.",
                "DEBUG io.github.camelhubspot.client.CallAttempts",
                "INFO org.apache.camel.Tracing",
                "at io.github.camelhubspot.client.OneCall.send(",
                "io.github.camelhubspot.HubSpotAmbiguousWriteException: ",
                "org.apache.camel:context=soak,type=components,name=\"hubspot\"",
                "EndpointUri = hubspot://objects/companies?",
                "== hubspot json",
                "== trace json",
                "hubspot://objects/tickets?operation=create"
            })
    void whatWasScannedShowsTheContextFromEverySide(String text) throws Exception {
        assertThat(SecretScan.find(OBSERVATIONS, text)).isNotEmpty();
    }
}
