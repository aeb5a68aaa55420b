// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.queuetocrm;

import java.nio.file.Path;
import java.util.Map;

import org.h2.tools.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Two workers, processes of their own, on one queue and one quota; one is killed, and the other finishes. */
@Timeout(180)
class SeveralWorkersTest {

    private static final int MESSAGES = 1200;
    private static final int RECORDS_PER_CALL = 10;

    /** Fewer than the calls that the messages take, so that the quota is what limits. */
    private static final int CALLS_IN_TEN_SECONDS = 60;

    @TempDir
    private Path folder;

    @Test
    void everyRecordIsThereOnceAndNoCallIsRefused() throws Exception {
        Server store = Server.createTcpServer("-ifNotExists", "-tcpPort", "0").start();
        try (Surroundings around = new Surroundings(folder)) {
            around.hubSpot.settings().tenSecondlyLimit(CALLS_IN_TEN_SECONDS);
            around.send(Leads.good(MESSAGES));
            Map<String, String> options = around.options();
            options.put("camel.component.hubspot.requests-per-ten-seconds", String.valueOf(CALLS_IN_TEN_SECONDS));
            options.put("camel.component.hubspot.quota-nodes", "2");
            options.put("batchSize", String.valueOf(RECORDS_PER_CALL));
            options.put("consumers", String.valueOf(2 * RECORDS_PER_CALL));
            String quota = "jdbc:h2:tcp://127.0.0.1:" + store.getPort() + "/mem:quota;DB_CLOSE_DELAY=-1";
            try (WorkerProcess one = start(around, options, quota);
                    WorkerProcess other = start(around, options, quota)) {
                await().atMost(Surroundings.LONG)
                        .until(() -> around.broker.queue(Surroundings.QUEUE).getConsumerCount() > 2 * RECORDS_PER_CALL);
                long before = around.contacts().size();
                await().atMost(Surroundings.LONG)
                        .until(() -> around.contacts().size() >= before + 100 && around.hubSpot.inFlight() > 0);
                assertThat(around.contacts()).hasSizeLessThan(MESSAGES);
                one.kill();

                await().atMost(Surroundings.LONG).until(() -> around.contacts().size() == MESSAGES);
                await().atMost(Surroundings.LONG).until(() -> around.waiting() == 0);
                assertThat(other.isAlive()).isTrue();
            }
            assertThat(around.contacts()).containsExactlyInAnyOrderElementsOf(Surroundings.emails(MESSAGES));
            assertThat(around.deadLetters()).isEmpty();
            assertThat(around.hubSpot.rateLimitRefusals()).isZero();
            assertThat(around.hubSpot.calls()).hasSizeGreaterThan(2 * CALLS_IN_TEN_SECONDS - RECORDS_PER_CALL);
        } finally {
            store.stop();
        }
    }

    private static WorkerProcess start(Surroundings around, Map<String, String> options, String quota)
            throws Exception {
        return WorkerProcess.start(Way.MICRO_BATCH, around.broker.url(), around.database(), options, quota);
    }
}
