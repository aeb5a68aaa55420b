// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** HubSpot counts any ten seconds; the component keeps to that, and uses what it may. */
class RollingQuotaTest extends SimulatorTestSupport {

    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
    private static final String LIST = "hubspot:objects/companies?operation=list&pagination=page";

    private final MovableTiming timing = new MovableTiming();
    private final AtomicInteger ended = new AtomicInteger();

    @Override
    void configure(HubSpotComponent component) {
        component.setTiming(timing);
        component.getConfiguration().setRequestsPerTenSeconds(null);
        component.getConfiguration().setSearchesPerSecond(5);
        simulator().clock().stopAt(timing.now());
    }

    /** The limits of HubSpot's tiers; all but the first are learned from its answers. */
    @ParameterizedTest
    @ValueSource(ints = {100, 110, 190, 250})
    void atFullLoadNoCallIsRefusedAndAtLeast95PercentOfTheLimitIsUsed(int limit) throws Exception {
        simulator().settings().tenSecondlyLimit(limit);
        queue(LIST, limit * 31);

        pass(FIVE_MINUTES);

        assertThat(simulator().rateLimitRefusals()).isZero();
        assertThat(simulator().callCounts().keySet()).containsExactly(200);
        assertThat(simulator().tenSecondlyCalls()).isGreaterThanOrEqualTo(limit * 30L * 95 / 100);
    }

    @Test
    void searchesAreSpreadOverTheSecond() throws Exception {
        simulator().settings().searchPerSecondLimit(5);
        queue("hubspot:objects/companies?operation=search&pagination=page", 200);

        pass(Duration.ofSeconds(30));

        assertThat(simulator().rateLimitRefusals()).isZero();
        assertThat(simulator().callCounts().get(200)).isGreaterThanOrEqualTo(130);
    }

    @Test
    void anOptionIsACeilingThatHubSpotsAnswersDoNotRaise() throws Exception {
        simulator().settings().tenSecondlyLimit(190);
        queue(LIST + "&requestsPerTenSeconds=50", 500);

        pass(Duration.ofMinutes(1));

        assertThat(simulator().callCounts().get(200)).isBetween(50 * 6 * 95L / 100, 50 * 6L + 1);
    }

    @Test
    void aLimitThatHubSpotLowersIsKeptTo() throws Exception {
        simulator().settings().tenSecondlyLimit(190);
        queue(LIST, 2000);
        pass(Duration.ofMinutes(1));
        simulator().settings().tenSecondlyLimit(100);
        pass(Duration.ofSeconds(11));
        long refused = simulator().rateLimitRefusals();
        long before = simulator().tenSecondlyCalls();

        pass(Duration.ofMinutes(1));

        assertThat(simulator().rateLimitRefusals()).isEqualTo(refused);
        assertThat(simulator().tenSecondlyCalls() - before).isBetween(570L, 600L);
    }

    @Test
    void aRefusalForTheWindowHoldsBackAllCallsThatCountAgainstIt() throws Exception {
        simulator().faults().next().rateLimited("TEN_SECONDLY_ROLLING", Duration.ofSeconds(7));
        queue(LIST, 1);
        settle();
        queue(LIST, 5);
        settle();
        assertThat(simulator().calls()).hasSize(1);

        pass(Duration.ofMillis(6_900));
        assertThat(simulator().calls()).hasSize(1);

        pass(Duration.ofSeconds(2));
        assertThat(simulator().calls()).hasSize(7);
        assertThat(ended).hasValue(6);
    }

    @Test
    void whereAnotherProgramUsesTheSameQuotaTheCallsSlowDown() throws Exception {
        simulator().settings().tenSecondlyLimit(100);
        queue(LIST, 1000);
        pass(Duration.ofSeconds(30));
        long refusedAlone = simulator().rateLimitRefusals();

        for (int second = 0; second < 60; second++) {
            // The other program takes what it likes.
            for (int i = 0; i < 5; i++) {
                Http.get(
                        simulator().baseUrl() + "/crm/v3/objects/deals",
                        simulator().accessToken());
            }
            pass(Duration.ofSeconds(1));
        }

        long ours = simulator().calls().stream()
                .filter(call -> call.path().endsWith("/companies") && call.status() == 429)
                .count();
        assertThat(refusedAlone).isZero();
        // One refusal tells the whole window to wait.
        assertThat(ours).isLessThan(simulator().callCounts().get(200) / 10);
    }

    private void queue(String uri, int calls) throws Exception {
        AsyncProducer producer = context.getEndpoint(uri).createAsyncProducer();
        producer.start();
        for (int i = 0; i < calls; i++) {
            Exchange exchange = context.getEndpoint(uri).createExchange();
            producer.process(exchange, doneSync -> ended.incrementAndGet());
        }
    }

    /** Lets time pass on both clocks, from one event to the next. */
    private void pass(Duration time) {
        Duration left = time;
        settle();
        while (left.compareTo(Duration.ZERO) > 0) {
            Duration next = timing.untilNext();
            Duration step = next == null || next.compareTo(left) > 0 ? left : next;
            simulator().clock().advance(step);
            timing.advance(step);
            left = left.minus(step);
            settle();
        }
    }

    /** Waits until nothing more can happen at this time. */
    private void settle() {
        await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1)).until(() -> accounts().all().stream()
                .map(Account::governor)
                .allMatch(governor -> governor.inFlight() == 0 && (governor.waiting() == 0 || somethingIsDue())));
    }

    private boolean somethingIsDue() {
        Duration next = timing.untilNext();
        return next != null && next.compareTo(Duration.ofSeconds(60)) < 0;
    }
}
