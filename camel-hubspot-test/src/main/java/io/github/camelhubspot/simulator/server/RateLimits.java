// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.server;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.settings.SimulatorSettings;

/** Enforces HubSpot's rate limits where the settings switch them on; refused calls do not count against them. */
public final class RateLimits {

    private static final long TEN_SECONDS = 10_000;
    private static final long DAY = 86_400_000;
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
    private final RollingWindow general = new RollingWindow(TEN_SECONDS);
    private final RollingWindow associations = new RollingWindow(TEN_SECONDS);
    private final RollingWindow search = new RollingWindow(1000);
    private long day;
    private int callsOfDay;

    public RateLimits(SimulatorSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    public synchronized void reset() {
        general.clear();
        associations.clear();
        search.clear();
        callsOfDay = 0;
    }

    /** Counts a call, or refuses it with 429. */
    synchronized void spend(Route.Quota quota, Spending spending) {
        long now = clock.millis();
        checkDay(now, quota, spending);
        switch (quota) {
            case SEARCH -> {
                // Searches carry no rate limit headers.
                int limit = settings.searchPerSecondLimit();
                if (limit > 0 && search.take(now, limit) < 0) {
                    throw HubSpotError.rateLimited("SECONDLY").exception();
                }
            }
            case ASSOCIATIONS -> tenSecondly(associations, settings.associationTenSecondlyLimit(), now, spending);
            case GENERAL -> tenSecondly(general, settings.tenSecondlyLimit(), now, spending);
        }
        callsOfDay++;
    }

    private void checkDay(long now, Route.Quota quota, Spending spending) {
        if (now / DAY != day) {
            day = now / DAY;
            callsOfDay = 0;
        }
        int limit = settings.dailyLimit();
        if (limit == 0) {
            return;
        }
        if (quota != Route.Quota.SEARCH) {
            spending.put("Daily", limit);
            spending.put("Daily-Remaining", Math.max(0, limit - callsOfDay - 1));
        }
        if (callsOfDay >= limit) {
            throw HubSpotError.rateLimited("DAILY").exception();
        }
    }

    private static void tenSecondly(RollingWindow window, int limit, long now, Spending spending) {
        if (limit == 0) {
            return;
        }
        int remaining = window.take(now, limit);
        spending.put("Interval-Milliseconds", TEN_SECONDS);
        spending.put("Max", limit);
        spending.put("Remaining", Math.max(0, remaining));
        // Deprecated, but still sent.
        spending.put("Secondly", limit / 10);
        spending.put("Secondly-Remaining", Math.max(0, remaining) / 10);
        if (remaining < 0) {
            throw HubSpotError.rateLimited("TEN_SECONDLY_ROLLING").exception();
        }
    }
}
