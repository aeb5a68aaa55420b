// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.api;

import java.time.Clock;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.simulator.crm.Crm;
import io.github.camelhubspot.simulator.crm.ObjectStore;
import io.github.camelhubspot.simulator.crm.SimulatedRecord;
import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.http.Answer;
import io.github.camelhubspot.simulator.http.Request;
import io.github.camelhubspot.simulator.json.Json;
import io.github.camelhubspot.simulator.search.SearchEngine;
import io.github.camelhubspot.simulator.search.SearchRequest;
import io.github.camelhubspot.simulator.search.SearchRequestReader;
import io.github.camelhubspot.simulator.settings.SimulatorSettings;

/** The search for records. */
public final class SearchApi {

    private static final int DEFAULT_PAGE = 10;
    private static final int LARGEST_PAGE = 200;

    private final Crm crm;
    private final SearchEngine engine;
    private final RecordJson recordJson;

    public SearchApi(Crm crm, SimulatorSettings settings, Clock clock) {
        this.crm = crm;
        this.engine = new SearchEngine(crm, settings, clock);
        this.recordJson = new RecordJson(settings);
    }

    public Answer search(Request request) {
        JsonNode body = request.object();
        SearchRequest search = new SearchRequestReader(request.body(), body).read();
        int limit = number(body, "limit", DEFAULT_PAGE);
        int after = number(body, "after", 0);
        if (limit > LARGEST_PAGE) {
            throw HubSpotError.validation("limit must be at most " + LARGEST_PAGE)
                    .exception();
        }
        if (after + limit > SearchEngine.WINDOW) {
            throw HubSpotError.validation("A search can be paged through to " + SearchEngine.WINDOW + " results")
                    .exception();
        }
        ObjectStore store = crm.store(request.objectType());
        Projection projection = Projection.of(store, Json.texts(body.get("properties")), List.of());
        SearchEngine.Hits hits = engine.search(store, search);

        ObjectNode json = Json.object().put("total", hits.total());
        ArrayNode results = json.putArray("results");
        List<SimulatedRecord> records = hits.records();
        int end = Math.min(after + limit, records.size());
        for (SimulatedRecord found : records.subList(Math.min(after, end), end)) {
            results.add(recordJson.of(found, projection));
        }
        if (after + limit < hits.total()) {
            json.putObject("paging").putObject("next").put("after", Integer.toString(after + limit));
        }
        return Answer.ok(json);
    }

    /** A whole number, which may come as text. */
    private static int number(JsonNode body, String field, int absent) {
        String text = Json.text(body.get(field));
        if (text == null || text.isEmpty()) {
            return absent;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Refused below, like a negative number.
        }
        throw HubSpotError.validation(field + " must be a whole number").exception();
    }
}
