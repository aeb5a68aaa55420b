// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.search.RequiredSearch;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Micrometer's registry, where there is one, shows what goes on. */
class MetricsTest extends SimulatorTestSupport {

    private static final String LIST = "hubspot:objects/companies?operation=list&pagination=page";
    private static final String CREATE = "hubspot:objects/companies?operation=create";
    private static final String BATCH = "hubspot:objects/companies?operation=batchCreate&maxConcurrentCalls=1";

    private final MeterRegistry registry = new SimpleMeterRegistry();

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext camel = super.createCamelContext();
        camel.getRegistry().bind("metricsRegistry", registry);
        // A second one, so that the name decides.
        camel.getRegistry().bind("anotherRegistry", new SimpleMeterRegistry());
        HubSpotConfiguration configuration =
                camel.getComponent("hubspot", HubSpotComponent.class).getConfiguration();
        configuration.setAccessToken(null);
        configuration.setTokenProvider(this::token);
        return camel;
    }

    private HubSpotToken token(String account) {
        if ("unknown".equals(account)) {
            throw new IllegalStateException("no such tenant");
        }
        return HubSpotToken.of(simulator().accessToken());
    }

    @Test
    void callsAreTimedByOperationAndOutcome() {
        request(CREATE, Map.of("name", "Acme"), Map.class);
        send(CREATE, Map.of("misspelt", "Acme"));
        send("hubspot:objects/companies?operation=get&objectId=4711", null);

        assertThat(calls("objects.create", "success").count()).isEqualTo(1);
        assertThat(calls("objects.create", "validation").count()).isEqualTo(1);
        assertThat(calls("objects.get", "not_found").count()).isEqualTo(1);
        assertThat(calls("objects.create", "success").totalTime(TimeUnit.NANOSECONDS))
                .isPositive();
        assertThat(registry.get("camel.hubspot.call.wait")
                        .tag("operation", "objects.create")
                        .timer()
                        .count())
                .isEqualTo(2);
    }

    @Test
    void metersCarryTheNamesOfContextAndComponent() {
        request(LIST, null, List.class);

        assertThat(registry.getMeters())
                .isNotEmpty()
                .allSatisfy(meter ->
                        assertThat(meter.getId().getTag("camelContext")).isEqualTo(context.getName()))
                .allSatisfy(
                        meter -> assertThat(meter.getId().getTag("component")).isEqualTo("hubspot"));
    }

    @Test
    void aCallThatIsSentAgainCountsOnceAndItsRetriesByTheirStatus() {
        simulator().faults().next(2).answer(503);
        simulator().faults().next().dropConnection();

        request(LIST, null, List.class);

        assertThat(calls("objects.list", "success").count()).isEqualTo(1);
        assertThat(retries("503")).isEqualTo(2);
        assertThat(retries("none")).isEqualTo(1);
    }

    @Test
    void fetchedTokensAreCountedAndSoAreThoseThatWereNotToBeHad() {
        request(LIST, null, List.class);
        send(LIST, null, Map.of(HubSpotConstants.ACCOUNT, "unknown"));

        assertThat(tokens("success")).isEqualTo(1);
        assertThat(tokens("failure")).isEqualTo(1);
    }

    @Test
    void gaugesShowWhatHubSpotSaysOfTheQuota() {
        simulator().settings().tenSecondlyLimit(190).dailyLimit(1000);

        request(LIST, null, List.class);
        request(LIST, null, List.class);

        assertThat(gauge("camel.hubspot.quota.limit", "account", "default", "window", "general"))
                .isEqualTo(190);
        assertThat(gauge("camel.hubspot.quota.remaining", "account", "default", "window", "general"))
                .isEqualTo(188);
        assertThat(gauge("camel.hubspot.daily.limit", "account", "default")).isEqualTo(1000);
        assertThat(gauge("camel.hubspot.daily.remaining", "account", "default")).isEqualTo(998);
    }

    @Test
    void accountsWithoutANameHaveGaugesOfTheirOwn() {
        simulator().settings().dailyLimit(1000);
        simulator().settings().acceptedTokens().add("another-token");

        request(LIST, null, List.class);
        request(LIST + "&accessToken=another-token", null, List.class);

        assertThat(accountsWithGauges()).containsExactlyInAnyOrder("default", "default (2)");
    }

    @Test
    void noMoreThanAHundredAccountsHaveGauges() {
        simulator().settings().dailyLimit(1000);

        IntStream.range(0, 105).forEach(i -> send(LIST, null, Map.of(HubSpotConstants.ACCOUNT, "tenant-" + i)));

        assertThat(accountsWithGauges()).hasSize(100);
        assertThat(calls("objects.list", "success").count()).isEqualTo(105);
    }

    @Test
    void theProgressOfABatchShowsWhileItRuns() throws Exception {
        HeldRecords records = new HeldRecords(250, 200);

        CompletableFuture<Exchange> sent =
                template.asyncSend(BATCH, exchange -> exchange.getMessage().setBody(records));

        await().until(() -> inputs("created") == 199);
        assertThat(inputs("rejected")).isEqualTo(1);
        assertThat(runningBatches().activeTasks()).isEqualTo(1);
        records.letGo();
        sent.get(20, TimeUnit.SECONDS);
        assertThat(inputs("created")).isEqualTo(249);
        assertThat(runningBatches().activeTasks()).isZero();
    }

    @Test
    @Timeout(30)
    void aRegistryThatFailsDisturbsNoCallAndNoBatch() {
        registry.config().meterFilter(new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                throw new IllegalArgumentException("no meter is good enough");
            }
        });
        simulator().settings().dailyLimit(1000);

        request(LIST, null, List.class);
        Exchange batch = send(BATCH, List.of(Map.of("name", "Acme"), Map.of("name", "Bolt")));

        assertThat(batch.getException()).isNull();
        assertThat(simulator().crm().records("companies")).hasSize(2);
    }

    @Test
    void whereTheComponentEndsItsGaugesEnd() {
        simulator().settings().dailyLimit(1000);
        request(LIST, null, List.class);

        context.stop();

        assertThat(accountsWithGauges()).isEmpty();
        assertThat(calls("objects.list", "success").count()).isEqualTo(1);
    }

    @Test
    void everyMeterStandsInTheReadme() throws Exception {
        simulator().settings().tenSecondlyLimit(190).dailyLimit(1000);
        simulator().faults().next().answer(503);
        request(LIST, null, List.class);
        send(BATCH, List.of(Map.of("name", "Acme")));

        String readme = PrintedUris.readme();

        Set<String> names = registry.getMeters().stream()
                .map(meter -> meter.getId().getName())
                .collect(Collectors.toSet());
        assertThat(names).hasSize(10).allSatisfy(name -> assertThat(readme).contains("| `" + name + "` |"));
    }

    private Timer calls(String operation, String outcome) {
        return search("camel.hubspot.calls", "operation", operation, "outcome", outcome)
                .timer();
    }

    private double retries(String status) {
        return search("camel.hubspot.call.retries", "operation", "objects.list", "status", status)
                .counter()
                .count();
    }

    private double tokens(String outcome) {
        return search("camel.hubspot.tokens.fetched", "outcome", outcome)
                .counter()
                .count();
    }

    private double inputs(String outcome) {
        return registry
                .find("camel.hubspot.batch.inputs")
                .tags("operation", "objects.batchCreate", "outcome", outcome)
                .counters()
                .stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private LongTaskTimer runningBatches() {
        return search("camel.hubspot.batches.active", "operation", "objects.batchCreate")
                .longTaskTimer();
    }

    private double gauge(String name, String... tags) {
        return search(name, tags).gauge().value();
    }

    private RequiredSearch search(String name, String... tags) {
        return registry.get(name).tags(tags);
    }

    private Set<String> accountsWithGauges() {
        return registry.find("camel.hubspot.daily.remaining").gauges().stream()
                .map(Gauge::getId)
                .map(id -> id.getTag("account"))
                .collect(Collectors.toSet());
    }
}
