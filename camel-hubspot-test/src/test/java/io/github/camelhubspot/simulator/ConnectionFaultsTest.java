// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator;

import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.camelhubspot.simulator.Client.Reply;
import io.github.camelhubspot.simulator.faults.FaultKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Faults of the network: connections that end, answers that come slowly or not at all. */
class ConnectionFaultsTest extends SimulatorTest {

    private static final String ACME = "{\"properties\":{\"name\":\"Acme\"}}";
    private static final Duration LONG = Duration.ofHours(1);

    @Test
    void aDroppedConnectionEndsInOrder() throws IOException {
        simulator.faults().next().dropConnection();

        try (RawCall call = RawCall.post(simulator, COMPANIES, ACME)) {
            assertThat(call.readAll()).isEmpty();
        }
    }

    @Test
    void connectionsCanBeResetBeforeAndAfterTheWrite() throws IOException {
        simulator.faults().next().resetConnection();
        simulator.faults().next().afterApplying().resetConnection();

        for (int applied = 0; applied < 2; applied++) {
            try (RawCall call = RawCall.post(simulator, COMPANIES, ACME)) {
                assertThatThrownBy(call::readAll)
                        .isInstanceOf(SocketException.class)
                        .hasMessageContaining("reset");
            }
            assertThat(crm.records("companies")).hasSize(applied);
        }

        assertThat(simulator.faults().counts())
                .isEqualTo(Map.of(FaultKind.RESET_BEFORE, 1L, FaultKind.RESET_AFTER, 1L));
        assertThat(simulator.callCounts()).isEmpty();
    }

    @Test
    void aCutBodyLacksOneByteAtLeastAndAnAnswerWithoutBodyIsNotSent() throws IOException {
        simulator.faults().next(2).cutBody(100_000);
        String id = crm.create("companies", Map.of("name", "Old")).id();

        try (RawCall call = RawCall.post(simulator, COMPANIES, ACME)) {
            String answer = call.readAll();
            assertThat(answer).startsWith("HTTP/1.1 201 ").doesNotEndWith("}");
        }
        try (RawCall call =
                RawCall.post(simulator, COMPANIES + "/batch/archive", "{\"inputs\":[{\"id\":\"" + id + "\"}]}")) {
            assertThat(call.readAll()).isEmpty();
        }

        assertThat(crm.records("companies")).extracting(r -> r.property("name")).containsExactly("Acme");
    }

    @Test
    void answersCanDrip() throws IOException {
        simulator.faults().next().drip(7, Duration.ofMillis(1));

        Reply reply = client.post(COMPANIES, ACME);

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.text("/properties/name")).isEqualTo("Acme");
        assertThat(simulator.inFlight()).isZero();
        assertThat(simulator.callCounts()).isEqualTo(Map.of(201, 1L));
        assertThatThrownBy(() -> simulator.faults().next().drip(0, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDripHasSentNoMoreThanItsParts() throws IOException {
        HubSpotSimulator own = new HubSpotSimulator().start();
        try {
            own.faults().next().drip(5, LONG);
            try (RawCall call = RawCall.post(own, COMPANIES, ACME)) {
                assertThat(call.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 201 ");
                assertThat(own.inFlight()).isOne();

                own.close();

                assertThat(call.readAll()).as("the rest").hasSize(5);
                assertThat(own.inFlight()).isZero();
            }
        } finally {
            own.close();
        }
    }

    @Test
    void aSilenceEndsWithItsTime() throws IOException {
        simulator.faults().next().silence(Duration.ofMillis(20));
        simulator.faults().next().afterApplying().silence(Duration.ofMillis(20));

        for (int applied = 0; applied < 2; applied++) {
            try (RawCall call = RawCall.post(simulator, COMPANIES, ACME)) {
                assertThat(call.readAll()).isEmpty();
            }
            assertThat(crm.records("companies")).hasSize(applied);
        }
    }

    @Test
    void silencesAndDripsHoldNoThreadsAndEndWhenTheSimulatorCloses() throws IOException {
        List<RawCall> waiting = new ArrayList<>();
        HubSpotSimulator own = new HubSpotSimulator().start();
        try {
            own.faults().next(150).afterApplying().silence(LONG);
            own.faults().next(150).drip(1, LONG);
            for (int i = 0; i < 300; i++) {
                waiting.add(RawCall.post(own, COMPANIES, ACME));
            }
            await().until(() -> own.crm().records("companies").size() == 300);

            assertThat(new Client(own).get(COMPANIES).status()).isEqualTo(200);
            assertThat(own.faults().counts())
                    .isEqualTo(Map.of(FaultKind.SILENCE_AFTER, 150L, FaultKind.SLOW_DRIP, 150L));

            own.close();

            for (RawCall call : waiting) {
                assertThat(call.readAll()).doesNotEndWith("}");
            }
            assertThat(own.inFlight()).isZero();
        } finally {
            own.close();
            for (RawCall call : waiting) {
                call.close();
            }
        }
    }

    @Test
    @Timeout(60)
    void delaysEndWhenTheSimulatorCloses() throws IOException {
        HubSpotSimulator own = new HubSpotSimulator().start();
        try {
            own.faults().next().delay(LONG);
            try (RawCall call = RawCall.post(own, COMPANIES, ACME)) {
                await().until(() -> own.inFlight() == 1);

                own.close();

                assertThat(call.readAll()).isEmpty();
                await().until(() -> own.inFlight() == 0);
                assertThat(own.crm().records("companies")).isEmpty();
            }
        } finally {
            own.close();
        }
    }

    @Test
    void aCallIsAppliedThoughItsCallerHasGone() throws IOException {
        simulator.faults().next().delay(Duration.ofMillis(50)).afterApplying().answer(503);
        simulator.faults().next().delay(Duration.ofMillis(50)).drip(1, Duration.ofMillis(1));

        RawCall.post(simulator, COMPANIES, ACME).close();
        RawCall.post(simulator, COMPANIES, ACME).close();

        await().until(() -> crm.records("companies").size() == 2);
        await().until(() -> simulator.inFlight() == 0);
    }
}
