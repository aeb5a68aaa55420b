// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.search;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.json.Json;

/** Reads the body of a search and holds the limits on what it may ask. */
public final class SearchRequestReader {

    private static final int LONGEST_BODY = 3000;
    private static final int LONGEST_QUERY = 3000;
    private static final int MOST_GROUPS = 5;
    private static final int MOST_FILTERS_PER_GROUP = 6;
    private static final int MOST_FILTERS = 18;

    private final byte[] text;
    private final JsonNode body;

    public SearchRequestReader(byte[] text, JsonNode body) {
        this.text = text;
        this.body = body;
    }

    public SearchRequest read() {
        if (new String(text, StandardCharsets.UTF_8).length() > LONGEST_BODY) {
            throw HubSpotError.validation("The search request is longer than " + LONGEST_BODY + " characters")
                    .exception();
        }
        String query = Json.text(body.get("query"));
        if (query != null && query.length() > LONGEST_QUERY) {
            throw HubSpotError.validation("The query is longer than " + LONGEST_QUERY + " characters")
                    .exception();
        }
        return new SearchRequest(groups(), query == null || query.isBlank() ? null : query, sort());
    }

    private List<List<Filter>> groups() {
        List<List<Filter>> groups = new ArrayList<>();
        body.path("filterGroups").forEach(group -> groups.add(filters(group.path("filters"))));
        if (body.path("filters").isArray() && !body.path("filters").isEmpty()) {
            groups.add(filters(body.path("filters")));
        }
        int filters = groups.stream().mapToInt(List::size).sum();
        boolean tooMany = groups.size() > MOST_GROUPS
                || filters > MOST_FILTERS
                || groups.stream().anyMatch(group -> group.size() > MOST_FILTERS_PER_GROUP);
        if (tooMany) {
            throw HubSpotError.validation("Too many filters: at most " + MOST_GROUPS + " groups of "
                            + MOST_FILTERS_PER_GROUP + " filters, and " + MOST_FILTERS + " filters in all")
                    .exception();
        }
        return groups;
    }

    private List<Filter> filters(JsonNode json) {
        List<Filter> filters = new ArrayList<>();
        for (JsonNode filter : json) {
            String property = Json.text(filter.get("propertyName"));
            if (property == null) {
                throw HubSpotError.missingField("propertyName").exception();
            }
            JsonNode values = filter.get("values");
            filters.add(new Filter(
                    property,
                    operator(Json.text(filter.get("operator"))),
                    Json.text(filter.get("value")),
                    Json.text(filter.get("highValue")),
                    values == null || values.isNull() ? null : Json.texts(values)));
        }
        return filters;
    }

    private Operator operator(String name) {
        if (name == null) {
            throw HubSpotError.missingField("operator").exception();
        }
        if (name.isBlank()) {
            throw HubSpotError.validation("operator must not be empty").exception();
        }
        for (Operator operator : Operator.values()) {
            if (operator.name().equals(name.trim())) {
                return operator;
            }
        }
        JsonLocation at = locationOf(name);
        throw HubSpotError.validation("Invalid input JSON on line " + at.getLineNr() + ", column " + at.getColumnNr()
                        + ": Enum type must be one of: " + Arrays.toString(Operator.values()))
                .exception();
    }

    private JsonLocation locationOf(String operator) {
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            while (parser.nextToken() != null) {
                boolean here = parser.currentToken() == JsonToken.VALUE_STRING
                        && "operator".equals(parser.currentName())
                        && operator.equals(parser.getText());
                if (here) {
                    return parser.currentTokenLocation();
                }
            }
            return parser.currentLocation();
        } catch (IOException e) {
            return JsonLocation.NA;
        }
    }

    private SearchRequest.Sort sort() {
        JsonNode sorts = body.path("sorts");
        if (sorts.isEmpty()) {
            return null;
        }
        if (sorts.size() > 1) {
            throw HubSpotError.validation("A search may have one sort only").exception();
        }
        JsonNode sort = sorts.get(0);
        if (sort.isTextual()) {
            // The short form: a name, with a minus sign before it for the descending order.
            String name = sort.asText();
            boolean descending = name.startsWith("-");
            return new SearchRequest.Sort(descending ? name.substring(1) : name, descending);
        }
        String property = Json.text(sort.get("propertyName"));
        String direction = sort.path("direction").asText("ASCENDING");
        if (property == null || !List.of("ASCENDING", "DESCENDING").contains(direction)) {
            throw SearchEngine.problem();
        }
        return new SearchRequest.Sort(property, direction.equals("DESCENDING"));
    }
}
