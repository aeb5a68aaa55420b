// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.metrics;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.camel.CamelContext;
import org.apache.camel.spi.Registry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.batch.OutcomeStatus;
import io.github.camelhubspot.client.CallMeter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;

/** Measures with Micrometer. A fault of the registry's is logged once, and no call or batch knows of it. */
final class MicrometerMetrics implements Metrics {

    private static final Logger LOG = LoggerFactory.getLogger(MicrometerMetrics.class);

    /** The name under which camel-micrometer looks for a registry. */
    private static final String REGISTRY = "metricsRegistry";

    /** Names of accounts may come from messages; the gauges of so many of them are the most that there are at once. */
    private static final int MAX_ACCOUNTS = 100;

    private static final String UNNAMED = "default";

    private final MeterRegistry registry;
    private final Tags tags;
    private final CallTimers timers;
    private final Map<String, AccountMetrics> accounts = new HashMap<>();
    private final AtomicBoolean faulty = new AtomicBoolean();

    private MicrometerMetrics(MeterRegistry registry, Tags tags) {
        this.registry = registry;
        this.tags = tags;
        this.timers = new CallTimers(registry, tags);
    }

    static Metrics find(CamelContext context, String component) {
        MeterRegistry registry = find(context.getRegistry());
        return registry == null
                ? NONE
                : new MicrometerMetrics(registry, Tags.of("camelContext", context.getName(), "component", component));
    }

    private static MeterRegistry find(Registry beans) {
        MeterRegistry named = beans.lookupByNameAndType(REGISTRY, MeterRegistry.class);
        if (named != null) {
            return named;
        }
        Set<MeterRegistry> all = beans.findByType(MeterRegistry.class);
        if (all.size() == 1) {
            return all.iterator().next();
        }
        Set<CompositeMeterRegistry> composites = beans.findByType(CompositeMeterRegistry.class);
        if (composites.size() == 1) {
            return composites.iterator().next();
        }
        if (!all.isEmpty()) {
            LOG.warn(
                    "The registry holds {} Micrometer registries, so that HubSpot calls are measured in none of them;"
                            + " name the one to use {}",
                    all.size(),
                    REGISTRY);
        }
        return null;
    }

    @Override
    public synchronized CallMeter account(String name) {
        if (accounts.size() >= MAX_ACCOUNTS) {
            return new AccountMetrics(this, timers, null);
        }
        String label = label(name == null ? UNNAMED : name);
        AccountMetrics account =
                new AccountMetrics(this, timers, new QuotaGauges(registry, tags.and("account", label)));
        accounts.put(label, account);
        return account;
    }

    /** Accounts without a name, each with its own token, must not share a gauge. */
    private String label(String name) {
        String label = name;
        for (int number = 2; accounts.containsKey(label); number++) {
            label = name + " (" + number + ')';
        }
        return label;
    }

    synchronized void forget(AccountMetrics account) {
        accounts.values().remove(account);
    }

    void measure(Runnable what) {
        try {
            what.run();
        } catch (RuntimeException e) {
            if (faulty.compareAndSet(false, true)) {
                LOG.warn("HubSpot calls are not measured as they should be: {}", e.toString(), e);
            }
        }
    }

    @Override
    public Progress started(ApiOperation operation) {
        return new BatchProgress(CallTimers.name(operation));
    }

    @Override
    public void close() {
        Set<AccountMetrics> all;
        synchronized (this) {
            all = Set.copyOf(accounts.values());
        }
        all.forEach(AccountMetrics::forgotten);
    }

    /** Counts the inputs of one batch as they end, so that its progress can be seen. */
    private final class BatchProgress implements Progress {

        private final String operation;
        private final Map<OutcomeStatus, Counter> inputs = new EnumMap<>(OutcomeStatus.class);
        private LongTaskTimer.Sample running;

        BatchProgress(String operation) {
            this.operation = operation;
            measure(() -> running = LongTaskTimer.builder("camel.hubspot.batches.active")
                    .description("The batches that are being carried out, and for how long")
                    .tags(tags)
                    .tag("operation", operation)
                    .register(registry)
                    .start());
        }

        @Override
        public void ended(OutcomeStatus status) {
            measure(() -> inputs.computeIfAbsent(status, this::counter).increment());
        }

        private Counter counter(OutcomeStatus status) {
            return Counter.builder("camel.hubspot.batch.inputs")
                    .description("The inputs of batches that have their outcome")
                    .baseUnit("inputs")
                    .tags(tags)
                    .tag("operation", operation)
                    .tag("outcome", CallTimers.lower(status))
                    .register(registry);
        }

        @Override
        public void finished() {
            if (running != null) {
                measure(running::stop);
            }
        }
    }
}
