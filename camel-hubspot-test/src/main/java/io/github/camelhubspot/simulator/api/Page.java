// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.api;

import java.util.List;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.http.Answer;
import io.github.camelhubspot.simulator.http.Request;
import io.github.camelhubspot.simulator.json.Json;

/** Cuts a list into pages whose cursor says how many entries went before. */
final class Page {

    private static final int LARGEST = 100;

    private Page() {}

    /** The page that the query asks for with {@code after} and {@code limit}. */
    static <T> Answer of(Request request, int defaultLimit, List<T> all, Function<T, JsonNode> json) {
        int limit = request.query().limit(defaultLimit, LARGEST);
        int start = Math.min(after(request), all.size());
        int end = Math.min(start + limit, all.size());
        ObjectNode answer = Json.object();
        ArrayNode results = answer.putArray("results");
        all.subList(start, end).forEach(one -> results.add(json.apply(one)));
        if (end < all.size()) {
            String after = Integer.toString(end);
            answer.putObject("paging")
                    .putObject("next")
                    .put("after", after)
                    .put("link", request.baseUrl() + request.path() + "?limit=" + limit + "&after=" + after);
        }
        return Answer.ok(answer);
    }

    private static int after(Request request) {
        String after = request.query().first("after");
        if (after == null) {
            return 0;
        }
        try {
            int offset = Integer.parseInt(after);
            if (offset >= 0) {
                return offset;
            }
        } catch (NumberFormatException e) {
            // Refused below, like a negative number.
        }
        throw HubSpotError.validation("after must be the cursor of an earlier page")
                .exception();
    }
}
