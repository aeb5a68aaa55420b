// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.queuetocrm;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A worker is killed in the middle of its work: the next one does the rest, and no record is lost or doubled. */
@Timeout(180)
class KillTest {

    private static final int MESSAGES = 1500;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Way.class)
    void theNextWorkerDoesTheRest(Way way) throws Exception {
        try (Surroundings around = new Surroundings(folder)) {
            // So that there are calls in flight when the worker is killed.
            around.hubSpot.faults().always().delay(Duration.ofMillis(300));
            around.send(Leads.good(MESSAGES));
            Map<String, String> options = around.options();
            try (WorkerProcess first = start(way, around, options)) {
                await().atMost(Surroundings.LONG)
                        .until(() -> around.contacts().size() >= 100 && around.hubSpot.inFlight() > 0);
                first.kill();
            }
            assertThat(around.contacts()).hasSizeLessThan(MESSAGES);

            try (WorkerProcess second = start(way, around, options)) {
                await().atMost(Surroundings.LONG).until(() -> around.contacts().size() == MESSAGES);
                await().atMost(Surroundings.LONG).until(() -> around.waiting() == 0);
                assertThat(second.isAlive()).isTrue();
            }
            assertThat(around.contacts()).containsExactlyInAnyOrderElementsOf(Surroundings.emails(MESSAGES));
            assertThat(around.deadLetters()).isEmpty();
            System.out.printf(
                    "%s: of %d records %d were sent again after the kill%n",
                    way, MESSAGES, recordsSent(around) - MESSAGES);
        }
    }

    private static int recordsSent(Surroundings around) {
        return around.hubSpot.calls().stream()
                .mapToInt(call -> call.bodyJson().path("inputs").size())
                .sum();
    }

    private static WorkerProcess start(Way way, Surroundings around, Map<String, String> options) throws Exception {
        return WorkerProcess.start(way, around.broker.url(), around.database(), options, null);
    }
}
