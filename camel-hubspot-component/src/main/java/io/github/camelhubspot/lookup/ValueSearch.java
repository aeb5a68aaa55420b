// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.lookup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.api.Json;
import io.github.camelhubspot.api.OperationCatalogue;
import io.github.camelhubspot.client.ApiAnswer;
import io.github.camelhubspot.client.CallFailure;
import io.github.camelhubspot.client.CallResult;
import io.github.camelhubspot.client.FailureKind;
import io.github.camelhubspot.client.HubSpotClient;

/**
 * Finds records by the values of a property that is not unique, many at once, by HubSpot's search.
 *
 * <p>HubSpot's search lags behind writes, by moments and at times by minutes: a record that was just created, or just given
 * the value, may not be found yet.
 */
final class ValueSearch {

    /** HubSpot refuses a search of more than 3,000 characters; the rest of the request needs some of them. */
    static final int MAX_CHARACTERS = 2_400;

    /** HubSpot gives no more of one search than this. */
    private static final int WINDOW = 10_000;

    private static final ApiOperation SEARCH = OperationCatalogue.find("objects", "search");

    private final HubSpotClient client;

    ValueSearch(HubSpotClient client) {
        this.client = client;
    }

    /** What HubSpot compares: texts in lower case only, other values as they are. */
    static String sent(KeyKind kind, String value) {
        return kind == KeyKind.TEXT ? value.toLowerCase(Locale.ROOT) : value;
    }

    /**
     * Finds records.
     *
     * @param values the values as {@link #sent}, together at most {@link #MAX_CHARACTERS}
     * @return the ids of the records that have each value, in lower case
     */
    CompletableFuture<LookupResult<Map<String, List<String>>>> find(
            String objectType, String property, Collection<String> values) {
        ObjectNode request = Json.MAPPER.createObjectNode();
        ObjectNode filter = request.putArray("filterGroups")
                .addObject()
                .putArray("filters")
                .addObject()
                .put("propertyName", property)
                .put("operator", "IN");
        ArrayNode texts = filter.putArray("values");
        values.forEach(texts::add);
        request.putArray("properties").add(property);
        request.put("limit", SEARCH.pageMaximum());
        return page(objectType, property, request, values, new HashMap<>());
    }

    private CompletableFuture<LookupResult<Map<String, List<String>>>> page(
            String objectType,
            String property,
            ObjectNode request,
            Collection<String> values,
            Map<String, List<String>> found) {
        return client.send(client.newCall(SEARCH, name -> objectType, null, request))
                .thenCompose(result -> {
                    CallFailure failure = failure(result);
                    if (failure != null) {
                        return done(LookupResult.failed(failure));
                    }
                    JsonNode answer = ((ApiAnswer) result).body();
                    answer.path("results").forEach(record -> take(record, property, values, found));
                    String after =
                            answer.path("paging").path("next").path("after").asText(null);
                    if (after == null || after.equals(request.path("after").asText(null))) {
                        return done(LookupResult.found(found));
                    }
                    if (answer.path("total").asLong() > WINDOW) {
                        return done(LookupResult.failed(tooMany(property)));
                    }
                    return page(objectType, property, request.deepCopy().put("after", after), values, found);
                });
    }

    private static void take(
            JsonNode record, String property, Collection<String> values, Map<String, List<String>> found) {
        String value = values.size() == 1
                // Whatever HubSpot took it for: what was asked for is what was found.
                ? values.iterator().next()
                : record.path("properties").path(property).asText("");
        found.computeIfAbsent(value.trim().toLowerCase(Locale.ROOT), any -> new ArrayList<>())
                .add(record.path("id").asText());
    }

    private static CallFailure failure(CallResult result) {
        if (result instanceof CallFailure failure) {
            return failure;
        }
        ApiAnswer answer = (ApiAnswer) result;
        return answer.body() == null ? CallFailure.withoutResult(answer, FailureKind.UNAVAILABLE) : null;
    }

    private static CallFailure tooMany(String property) {
        String message = "More than " + WINDOW + " records have one of the values of '" + property
                + "'; name records by a property that few share";
        return new CallFailure(FailureKind.VALIDATION, HubSpotError.local(message), false, null);
    }

    private static <T> CompletableFuture<T> done(T value) {
        return CompletableFuture.completedFuture(value);
    }
}
