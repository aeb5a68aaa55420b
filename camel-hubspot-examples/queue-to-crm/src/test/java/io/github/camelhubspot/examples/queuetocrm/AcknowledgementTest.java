// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.queuetocrm;

import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** When a message leaves the queue, and what happens to it while HubSpot is away. */
@Timeout(120)
class AcknowledgementTest {

    private static final int MESSAGES = 100;

    /** Long enough to look at the queue while HubSpot keeps its answer back. */
    private static final Duration HELD = Duration.ofSeconds(5);

    @TempDir
    private Path folder;

    private Surroundings around;

    @BeforeEach
    void start() throws Exception {
        around = new Surroundings(folder);
    }

    @AfterEach
    void stop() {
        around.close();
    }

    @Test
    void withMicroBatchesNoMessageIsAcknowledgedBeforeItsOutcome() throws Exception {
        around.hubSpot.faults().always().delay(HELD);
        around.send(Leads.good(MESSAGES));
        try (Worker worker = around.start(Way.MICRO_BATCH)) {
            await().atMost(Surroundings.LONG).until(() -> around.hubSpot.inFlight() > 0);

            assertThat(around.acknowledged()).isZero();
            assertThat(around.waiting()).isEqualTo(MESSAGES);
            assertThat(around.hubSpot.calls()).as("answered meanwhile").allMatch(call -> call.status() == 0);

            await().atMost(Surroundings.LONG).until(() -> around.waiting() == 0);
            assertThat(around.acknowledged()).isEqualTo(MESSAGES);
            assertThat(worker.calls()).isPositive();
        }
        assertThat(around.contacts()).containsExactlyInAnyOrderElementsOf(Surroundings.emails(MESSAGES));
    }

    @Test
    void withTheAggregatorAMessageIsAcknowledgedWhenTheDatabaseHasItAndLeavesThatAfterItsOutcome() throws Exception {
        around.hubSpot.faults().always().delay(HELD);
        around.send(Leads.good(MESSAGES));
        try (Worker worker = around.start(Way.AGGREGATE)) {
            await().atMost(Surroundings.LONG).until(() -> around.hubSpot.inFlight() > 0);

            assertThat(around.batches()).isPositive();
            assertThat(around.hubSpot.calls()).as("answered meanwhile").allMatch(call -> call.status() == 0);

            await().atMost(Surroundings.LONG).until(() -> around.batches() == 0);
            assertThat(around.acknowledged()).isEqualTo(MESSAGES);
            assertThat(worker.calls()).isPositive();
        }
        assertThat(around.contacts()).containsExactlyInAnyOrderElementsOf(Surroundings.emails(MESSAGES));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void anOutageCostsNoMessageAndDoublesNone(Way way) throws Exception {
        around.hubSpot.faults().always().answer(503);
        around.send(Leads.good(MESSAGES));
        try (Worker worker = around.start(way)) {
            await().atMost(Surroundings.LONG).until(() -> around.hubSpot.calls().size() >= 3);
            if (way == Way.MICRO_BATCH) {
                assertThat(around.waiting()).isEqualTo(MESSAGES);
            } else {
                assertThat(around.batches()).isPositive();
            }
            assertThat(around.contacts()).isEmpty();

            around.hubSpot.faults().clear();
            await().atMost(Surroundings.LONG)
                    .until(() -> around.contacts().size() == MESSAGES && around.waiting() == 0);
            if (way == Way.AGGREGATE) {
                await().atMost(Surroundings.LONG).until(() -> around.batches() == 0);
            }
            assertThat(worker.calls()).isPositive();
        }
        assertThat(around.contacts()).containsExactlyInAnyOrderElementsOf(Surroundings.emails(MESSAGES));
        assertThat(around.deadLetters()).isEmpty();
    }
}
