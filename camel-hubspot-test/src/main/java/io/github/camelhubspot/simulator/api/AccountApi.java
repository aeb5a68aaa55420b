// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.api;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.ToIntFunction;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.simulator.http.Answer;
import io.github.camelhubspot.simulator.http.Caller;
import io.github.camelhubspot.simulator.http.Request;
import io.github.camelhubspot.simulator.json.Json;
import io.github.camelhubspot.simulator.settings.SimulatorSettings;

/** What HubSpot tells of the account: its details, and how many calls it has made today. */
public final class AccountApi {

    private final SimulatorSettings settings;
    private final Clock clock;
    private final ToIntFunction<Caller> callsOfDay;

    public AccountApi(SimulatorSettings settings, Clock clock, ToIntFunction<Caller> callsOfDay) {
        this.settings = settings;
        this.clock = clock;
        this.callsOfDay = callsOfDay;
    }

    /** The account lives in UTC, as its days do for the daily limit. */
    public Answer details(Request request) {
        ObjectNode json = Json.object()
                .put("portalId", request.caller().portalId())
                .put("accountType", "STANDARD")
                .put("timeZone", "UTC")
                .put("companyCurrency", "USD");
        json.set("additionalCurrencies", Json.array());
        return Answer.ok(json.put("utcOffset", "+00:00")
                .put("utcOffsetMilliseconds", 0)
                .put("uiDomain", "app.hubspot.com")
                .put("dataHostingLocation", "na1"));
    }

    /** The calls of the private app that asks, and what the settings allow it; nothing where there is no daily limit. */
    public Answer dailyUsage(Request request) {
        ObjectNode json = Json.object();
        var results = json.putArray("results");
        if (settings.dailyLimit() > 0 && !request.caller().oauth()) {
            Instant now = clock.instant();
            results.addObject()
                    .put("name", "private-apps-api-calls-daily")
                    .put("usageLimit", settings.dailyLimit())
                    .put("currentUsage", callsOfDay.applyAsInt(request.caller()))
                    .put("collectedAt", now.toString())
                    .put("fetchStatus", "SUCCESS")
                    .put(
                            "resetsAt",
                            now.truncatedTo(ChronoUnit.DAYS)
                                    .plus(1, ChronoUnit.DAYS)
                                    .toString());
        }
        return Answer.ok(json);
    }
}
