// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.api.Json;
import io.github.camelhubspot.api.OptionNames;
import io.github.camelhubspot.record.BodyReader;

/** HubSpot's search request from the body, its gaps filled from options and headers. */
final class SearchRequests {

    private SearchRequests() {}

    /**
     * The request of the first page.
     *
     * @throws IllegalArgumentException where the body is no search request
     */
    static ObjectNode request(CallOptions options, BodyReader bodies) {
        ObjectNode request = given(options, bodies);
        fill(request, "query", options.text(OptionNames.QUERY));
        if (options.operation().pages().byOffset()) {
            paging(request, "count", "offset", options);
        } else {
            fill(request, "after", options.text(OptionNames.AFTER));
            if (!request.has("limit")) {
                request.put("limit", options.pageSize());
            }
        }
        List<String> properties = options.names(OptionNames.PROPERTIES);
        if (!request.has("properties") && !properties.isEmpty()) {
            ArrayNode names = request.putArray("properties");
            properties.forEach(names::add);
        }
        List<String> sorts = options.names(OptionNames.SORTS);
        if (!request.has("sorts") && !sorts.isEmpty()) {
            ArrayNode array = request.putArray("sorts");
            sorts.forEach(sort -> array.add(sort(sort)));
        }
        return request;
    }

    private static void paging(ObjectNode request, String count, String offset, CallOptions options) {
        if (!request.has(count)) {
            request.put(count, options.pageSize());
        }
        String start = options.text(OptionNames.AFTER);
        if (start == null || request.has(offset)) {
            return;
        }
        try {
            request.put(offset, Long.parseLong(start.trim()));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("The option after (or the header " + HubSpotConstants.AFTER
                    + ") must be a whole number for hubspot:"
                    + options.operation().label());
        }
    }

    private static ObjectNode given(CallOptions options, BodyReader bodies) {
        Object body = options.message().getBody();
        if (body == null
                || (body instanceof CharSequence text && text.toString().isBlank())) {
            return Json.MAPPER.createObjectNode();
        }
        JsonNode json = bodies.toJson(body);
        if (json.isNull() || json.isMissingNode()) {
            return Json.MAPPER.createObjectNode();
        }
        if (!json.isObject()) {
            throw new IllegalArgumentException("The body of a search must be empty or HubSpot's search request,"
                    + " an object with filterGroups, query, sorts, properties, limit, after");
        }
        return json.deepCopy();
    }

    private static void fill(ObjectNode request, String field, String value) {
        if (value != null && !request.has(field)) {
            request.put(field, value);
        }
    }

    private static ObjectNode sort(String text) {
        int colon = text.indexOf(':');
        String property = colon < 0 ? text : text.substring(0, colon);
        String direction = colon < 0 ? "ascending" : text.substring(colon + 1).toLowerCase(Locale.ROOT);
        if (property.isBlank() || !List.of("ascending", "descending").contains(direction)) {
            throw new IllegalArgumentException("The option sorts holds '" + text
                    + "'; write a property name, with :ascending or :descending behind it");
        }
        return Json.MAPPER
                .createObjectNode()
                .put("propertyName", property)
                .put("direction", direction.toUpperCase(Locale.ROOT));
    }
}
