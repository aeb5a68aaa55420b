// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

import io.github.camelhubspot.simulator.calls.RecordedCall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** However long the queue of bulk work is, an interactive call waits for call slots in flight only. */
class FairnessTest extends SimulatorTestSupport {

    private static final int RECORDS = 100_000;
    private static final int SLOTS = 16;
    private static final String GET = "hubspot:objects/deals?operation=list&pagination=page";
    private static final String BULK = "hubspot:objects/companies?operation=create&priority=bulk";
    private static final String BULK_BATCH = "hubspot:objects/companies?operation=batchCreate&priority=bulk";

    @Override
    void configure(HubSpotComponent component) {
        simulator().settings().recordBodies(false);
    }

    @Test
    void aHundredThousandRecordsInTheQueueDoNotHoldBackAnInteractiveCall() throws Exception {
        simulator().faults().always().matching("POST", "*").delay(Duration.ofMillis(5));
        AsyncProducer producer = context.getEndpoint(BULK).createAsyncProducer();
        producer.start();
        AtomicInteger ended = new AtomicInteger();
        Map<String, String> company = Map.of("name", "Acme");
        for (int i = 0; i < RECORDS; i++) {
            Exchange exchange = producer.getEndpoint().createExchange();
            exchange.getMessage().setBody(company);
            producer.process(exchange, doneSync -> ended.incrementAndGet());
        }
        assertThat(governor().waiting()).isGreaterThan(RECORDS / 2);

        for (int i = 0; i < 5; i++) {
            assertGoesBeforeTheQueue();
        }

        assertThat(governor().waiting()).isGreaterThan(RECORDS / 2);
        context.stop();
        await().until(() -> ended.get() == RECORDS);
    }

    @Test
    void aBatchOfAHundredThousandRecordsDoesNotHoldBackAnInteractiveCallEither() throws Exception {
        simulator().faults().always().matching("POST", "*").delay(Duration.ofMillis(20));
        CompletableFuture<Exchange> batch = template.asyncSend(BULK_BATCH, exchange -> exchange.getMessage()
                .setBody(IntStream.range(0, RECORDS)
                        .mapToObj(i -> Map.of("name", "Company " + i))
                        .iterator()));
        await().until(() -> governor() != null && governor().inFlight() == SLOTS);

        for (int i = 0; i < 5; i++) {
            assertGoesBeforeTheQueue();
        }

        assertThat(batch).isNotDone();
        context.stop();
        assertThat(batch.join().isFailed()).isTrue();
    }

    /** From its submission at most the calls that had a slot already arrive before it. */
    private void assertGoesBeforeTheQueue() {
        long arrived = lastIndex();
        Exchange interactive = send(GET, null);
        assertThat(interactive.getException()).isNull();
        long index = calls().stream()
                .filter(call -> call.path().endsWith("/deals"))
                .mapToLong(RecordedCall::index)
                .max()
                .orElseThrow();
        assertThat(index - arrived).isBetween(1L, 2L * SLOTS);
    }

    private long lastIndex() {
        List<RecordedCall> calls = calls();
        return calls.isEmpty() ? 0 : calls.get(calls.size() - 1).index();
    }
}
