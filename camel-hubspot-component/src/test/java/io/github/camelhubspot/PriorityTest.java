// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

import io.github.camelhubspot.batch.BatchResult;
import io.github.camelhubspot.batch.OutcomeStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What is interactive goes before what is bulk, and bulk work stops before the day's quota is gone. */
class PriorityTest extends SimulatorTestSupport {

    private static final String GET = "hubspot:objects/deals?operation=list&pagination=page";
    private static final String BULK = "hubspot:objects/companies?operation=create&priority=bulk";
    private static final String BULK_BATCH = "hubspot:objects/companies?operation=batchCreate&priority=bulk";

    private final MovableTiming timing = new MovableTiming();

    @Override
    void configure(HubSpotComponent component) {
        component.setTiming(timing);
        simulator().clock().stopAt(timing.now());
        simulator().settings().recordBodies(false);
    }

    @Test
    void withTheQuotaUsedUpTheNextPermitIsTheInteractiveCalls() {
        List<CompletableFuture<Exchange>> bulk = sendMany(BULK + "&requestsPerTenSeconds=10", 20);
        await().until(() -> governor() != null && governor().waiting() == 19);
        CompletableFuture<Exchange> interactive = template.asyncSend(GET + "&requestsPerTenSeconds=10", exchange -> {});
        await().until(() -> governor().waiting() == 20);

        timing.advance(Duration.ofSeconds(2));

        await().until(interactive::isDone);
        assertThat(interactive.join().getException()).isNull();
        assertThat(bulk.stream().filter(CompletableFuture::isDone)).hasSizeLessThan(4);
    }

    @Test
    void bulkWorkStopsAtTheDailyCeilingAndGoesOnTheNextDay() throws Exception {
        simulator().settings().dailyLimit(100);
        String bulk = BULK + "&dailyCeiling=80";
        for (int i = 0; i < 80; i++) {
            assertThat(send(bulk, Map.of("name", "Company")).getException()).isNull();
        }

        Exchange refused = send(bulk, Map.of("name", "One too many"));
        Exchange interactive = send(GET, null);

        assertThat(refused.getException())
                .isInstanceOf(HubSpotDailyLimitException.class)
                .hasMessageContaining("dailyCeiling=80");
        assertThat(interactive.getException()).isNull();
        assertThat(simulator().crm().records("companies")).hasSize(80);

        timing.advance(Duration.ofDays(1));
        simulator().clock().advance(Duration.ofDays(1));

        assertThat(send(bulk, Map.of("name", "Next day")).getException()).isNull();
        assertThat(send(bulk, Map.of("name", "Next day")).getException()).isNull();
    }

    @Test
    void whileTheDayIsUsedUpABulkCallNowAndThenFindsOut() throws Exception {
        simulator().settings().dailyLimit(10);
        for (int i = 0; i < 10; i++) {
            send(GET, null);
        }
        simulator().clearCalls();

        for (int minute = 0; minute < 30; minute++) {
            assertThat(send(BULK, Map.of("name", "Acme")).getException())
                    .isInstanceOf(HubSpotDailyLimitException.class);
            timing.advance(Duration.ofMinutes(1));
        }

        assertThat(calls()).hasSizeBetween(1, 3);
    }

    @Test
    void aBatchAtTheCeilingEndsAndSaysWhatWasNotSent() {
        simulator().settings().dailyLimit(10);
        List<Map<String, String>> companies = IntStream.range(0, 3000)
                .mapToObj(i -> Map.of("name", "Company " + i))
                .toList();

        Exchange exchange = send(BULK_BATCH + "&dailyCeiling=50&maxConcurrentCalls=1", companies);

        assertThat(exchange.getException()).isInstanceOf(HubSpotBatchException.class);
        BatchResult result = ((HubSpotBatchException) exchange.getException()).getResult();
        assertThat(result.count(OutcomeStatus.CREATED)).isEqualTo(500);
        assertThat(result.count(OutcomeStatus.NOT_SENT)).isEqualTo(2500);
        assertThat(result.stopped().orElseThrow().reason()).contains("dailyCeiling=50");
    }

    private List<CompletableFuture<Exchange>> sendMany(String uri, int exchanges) {
        return IntStream.range(0, exchanges)
                .mapToObj(i -> template.asyncSend(
                        uri, exchange -> exchange.getMessage().setBody(Map.of("name", "Company " + i))))
                .toList();
    }
}
