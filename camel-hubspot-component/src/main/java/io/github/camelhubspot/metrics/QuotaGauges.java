// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.metrics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import io.github.camelhubspot.api.QuotaWindow;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;

/** What HubSpot's latest answer said of the quota of one account; each figure is shown from when it is known. */
final class QuotaGauges {

    private final MeterRegistry registry;
    private final Tags account;
    private final Map<Figure, AtomicLong> values = new HashMap<>();
    private final List<Gauge> gauges = new ArrayList<>();
    private boolean removed;

    QuotaGauges(MeterRegistry registry, Tags account) {
        this.registry = registry;
        this.account = account;
    }

    synchronized void quota(QuotaWindow window, int limit, int remaining) {
        show(new Figure("camel.hubspot.quota.limit", window), "The calls that HubSpot allows in ten seconds", limit);
        show(
                new Figure("camel.hubspot.quota.remaining", window),
                "How many calls of the ten seconds are left",
                remaining);
    }

    synchronized void dailyQuota(long limit, long remaining) {
        show(new Figure("camel.hubspot.daily.limit", null), "The calls that HubSpot allows in a day", limit);
        show(new Figure("camel.hubspot.daily.remaining", null), "How many calls of the day are left", remaining);
    }

    private void show(Figure figure, String description, long value) {
        if (removed) {
            return;
        }
        AtomicLong shown = values.get(figure);
        if (shown != null) {
            shown.set(value);
            return;
        }
        AtomicLong first = new AtomicLong(value);
        gauges.add(Gauge.builder(figure.name(), first, AtomicLong::get)
                .description(description)
                .baseUnit("calls")
                .tags(figure.window() == null ? account : account.and("window", CallTimers.lower(figure.window())))
                .register(registry));
        values.put(figure, first);
    }

    synchronized void remove() {
        removed = true;
        gauges.forEach(registry::remove);
    }

    /** The name of a gauge, and the window that it is about; null for the day. */
    private record Figure(String name, QuotaWindow window) {}
}
