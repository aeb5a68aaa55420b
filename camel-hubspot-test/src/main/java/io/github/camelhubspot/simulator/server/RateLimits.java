// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.server;

import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.http.Caller;
import io.github.camelhubspot.simulator.settings.SimulatorSettings;

/**
 * Enforces HubSpot's rate limits where the settings switch them on, for every app in every account by itself; refused
 * calls do not count against them.
 */
public final class RateLimits {

    private static final String PREFIX = "X-HubSpot-RateLimit-";

    /** What the answer to a call says of the limits that it counted against. */
    static final class Spending {
        private final Map<String, String> headers = new LinkedHashMap<>();

        Map<String, String> headers() {
            return headers;
        }

        private void put(String name, long value) {
            headers.put(PREFIX + name, Long.toString(value));
        }
    }

    private final SimulatorSettings settings;
    private final Clock clock;
    private final Map<String, CallerLimits> callers = new HashMap<>();
    private final Map<String, Long> refusals = new HashMap<>();
    private long tenSecondlyCalls;

    public RateLimits(SimulatorSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    public synchronized void reset() {
        callers.clear();
        clearCounts();
    }

    /** Forgets how many calls were refused and accepted, but not what was spent. */
    public synchronized void clearCounts() {
        refusals.clear();
        tenSecondlyCalls = 0;
    }

    /** How many calls were refused, by policy. */
    public synchronized Map<String, Long> refusals() {
        return Map.copyOf(refusals);
    }

    /** How many calls the general ten-secondly limit let pass, or would have, where it is switched off. */
    public synchronized long tenSecondlyCalls() {
        return tenSecondlyCalls;
    }

    /** How many calls the caller has made since the last midnight in UTC. */
    synchronized int callsOfDay(Caller caller) {
        CallerLimits spent = callers.get(caller.id());
        return spent == null ? 0 : spent.callsOfDay(clock.millis());
    }

    /** Counts a call, or refuses it with 429. */
    synchronized void spend(Caller caller, Route.Quota quota, Spending spending) {
        long now = clock.millis();
        CallerLimits spent = callers.computeIfAbsent(caller.id(), id -> new CallerLimits());
        if (quota == Route.Quota.EVENTS) {
            // Outside of the daily and the ten-secondly limits.
            secondly(spent.events, settings.eventsPerSecondLimit(), now);
            return;
        }
        if (!caller.oauth()) {
            checkDay(spent, now, quota, spending);
        }
        switch (quota) {
            // Searches carry no rate limit headers.
            case SEARCH -> secondly(spent.search, settings.searchPerSecondLimit(), now);
            case ASSOCIATIONS -> tenSecondly(spent.associations, settings.associationTenSecondlyLimit(), now, spending);
            case GENERAL -> {
                tenSecondly(spent.general, settings.tenSecondlyLimit(), now, spending);
                tenSecondlyCalls++;
            }
            case EVENTS, NONE -> throw new IllegalArgumentException("A call that no limit holds for spends nothing");
        }
        spent.countOfDay();
    }

    private void checkDay(CallerLimits spent, long now, Route.Quota quota, Spending spending) {
        int callsOfDay = spent.callsOfDay(now);
        int limit = settings.dailyLimit();
        if (limit == 0) {
            return;
        }
        if (quota != Route.Quota.SEARCH) {
            spending.put("Daily", limit);
            spending.put("Daily-Remaining", Math.max(0, limit - callsOfDay - 1));
        }
        if (callsOfDay >= limit) {
            throw refusal("DAILY");
        }
    }

    private void secondly(RollingWindow window, int limit, long now) {
        if (limit > 0 && window.take(now, limit) < 0) {
            throw refusal("SECONDLY");
        }
    }

    private void tenSecondly(RollingWindow window, int limit, long now, Spending spending) {
        if (limit == 0) {
            return;
        }
        int remaining = window.take(now, limit);
        spending.put("Interval-Milliseconds", CallerLimits.TEN_SECONDS);
        spending.put("Max", limit);
        spending.put("Remaining", Math.max(0, remaining));
        // Deprecated, but still sent.
        spending.put("Secondly", limit / 10);
        spending.put("Secondly-Remaining", Math.max(0, remaining) / 10);
        if (remaining < 0) {
            throw refusal("TEN_SECONDLY_ROLLING");
        }
    }

    private RuntimeException refusal(String policy) {
        refusals.merge(policy, 1L, Long::sum);
        return HubSpotError.rateLimited(policy).exception();
    }
}
