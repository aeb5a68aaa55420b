// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.camelhubspot.simulator.error.HubSpotError;

/** The query parameters of a call. */
public final class Query {

    private final Map<String, List<String>> parameters = new HashMap<>();

    public Query(String raw) {
        if (raw == null || raw.isEmpty()) {
            return;
        }
        for (String pair : raw.split("&")) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            parameters.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
        }
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw HubSpotError.of(400, null, "Invalid percent encoding in the query")
                    .exception();
        }
    }

    /** The first value of a parameter; null if it is absent or empty. */
    public String first(String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        return values.isEmpty() || values.get(0).isEmpty() ? null : values.get(0);
    }

    /** The values of a parameter that may be repeated or a comma list; null if it is absent. */
    public List<String> list(String name) {
        List<String> values = parameters.get(name);
        if (values == null) {
            return null;
        }
        List<String> all = new ArrayList<>();
        for (String value : values) {
            for (String part : value.split(",")) {
                if (!part.isBlank()) {
                    all.add(part.trim());
                }
            }
        }
        return all;
    }

    public boolean flag(String name) {
        return "true".equals(first(name));
    }

    /** A whole number between 1 and a maximum; refused beyond it. */
    public int limit(int defaultLimit, int maximum) {
        String text = first("limit");
        if (text == null) {
            return defaultLimit;
        }
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= maximum) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // Refused below, like a number out of range.
        }
        throw HubSpotError.validation("limit must be between 1 and " + maximum + ", but was " + text)
                .exception();
    }
}
