// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.server;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.github.camelhubspot.simulator.error.HubSpotError;

/** Finds the operation that a method and a path mean. */
final class Router {

    /** An operation, and the values of the parameters in its path. */
    record Match(Route route, Map<String, String> parameters) {}

    private final Map<Integer, List<Route>> byLength = new HashMap<>();

    Router(List<Route> routes) {
        routes.forEach(route -> byLength.computeIfAbsent(route.template().length(), length -> new ArrayList<>())
                .add(route));
        // Literal segments win, so that /contacts/search is the search and not a contact of that id.
        byLength.values()
                .forEach(list -> list.sort((a, b) ->
                        Long.compare(b.template().literals(), a.template().literals())));
    }

    /** Finds the route; refuses unknown paths with 404, and known ones with another method with 405. */
    Match match(String method, String path) {
        String[] segments = PathTemplate.split(path);
        Set<String> otherMethods = new TreeSet<>();
        for (Route route : byLength.getOrDefault(segments.length, List.of())) {
            if (route.template().matches(segments)) {
                if (route.method().equals(method)) {
                    return new Match(route, parameters(route, segments));
                }
                otherMethods.add(route.method());
            }
        }
        if (otherMethods.isEmpty()) {
            throw HubSpotError.of(404, null, "There is no operation at " + path).exception();
        }
        throw methodNotAllowed(method + " is not allowed here, only " + String.join(", ", otherMethods));
    }

    static RuntimeException methodNotAllowed(String message) {
        return HubSpotError.of(405, "METHOD_NOT_ALLOWED", message).exception();
    }

    private static Map<String, String> parameters(Route route, String[] segments) {
        try {
            return route.template().parameters(segments);
        } catch (IllegalArgumentException e) {
            throw HubSpotError.of(400, null, "Invalid percent encoding in the path")
                    .exception();
        }
    }
}
