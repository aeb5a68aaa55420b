// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.server;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import io.github.camelhubspot.simulator.http.ApiVersion;

/** A path in which some segments are parameters; {@code {version}} stands for a dated version only. */
final class PathTemplate {

    static final String VERSION = "version";

    private final String text;
    private final String[] segments;

    PathTemplate(String text) {
        this.text = text;
        this.segments = split(text);
    }

    /** The segments of a path that starts with a slash; one more at its end means nothing. */
    static String[] split(String path) {
        int end = path.length() > 1 && path.endsWith("/") ? path.length() - 1 : path.length();
        return path.substring(1, end).split("/", -1);
    }

    int length() {
        return segments.length;
    }

    /** Whether a path of as many segments has this form. */
    boolean matches(String[] path) {
        for (int i = 0; i < segments.length; i++) {
            if (!matches(segments[i], path[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean matches(String segment, String actual) {
        if (segment.equals("{" + VERSION + "}")) {
            return ApiVersion.dated(actual).isPresent();
        }
        return isParameter(segment) ? !actual.isEmpty() : segment.equals(actual);
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith("{");
    }

    /** How many segments are given word for word: the more, the better a match. */
    long literals() {
        long literals = 0;
        for (String segment : segments) {
            literals += isParameter(segment) ? 0 : 1;
        }
        return literals;
    }

    /** The decoded values of the parameters in a path that matches. */
    Map<String, String> parameters(String[] path) {
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < segments.length; i++) {
            if (isParameter(segments[i])) {
                parameters.put(segments[i].substring(1, segments[i].length() - 1), decode(path[i]));
            }
        }
        return parameters;
    }

    private static String decode(String segment) {
        // In a path a plus sign is a plus sign, unlike in a query.
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return text;
    }
}
