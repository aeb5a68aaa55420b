// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.security;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request as its bytes were, with nothing decoded.
 *
 * @param requestLine the first line
 * @param headerLines the lines behind it, up to the empty one
 * @param body the bytes behind that, as many as {@code Content-Length} says
 */
record WireRequest(String requestLine, List<String> headerLines, byte[] body) {

    String method() {
        return requestLine.substring(0, requestLine.indexOf(' '));
    }

    /** The path with the query. */
    String target() {
        return requestLine.substring(requestLine.indexOf(' ') + 1, requestLine.lastIndexOf(' '));
    }

    String path() {
        int question = target().indexOf('?');
        return question < 0 ? target() : target().substring(0, question);
    }

    /** Null where there is none. */
    String query() {
        int question = target().indexOf('?');
        return question < 0 ? null : target().substring(question + 1);
    }

    /** The values of each header, without regard to case. */
    Map<String, List<String>> headers() {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headerLines.forEach(
                line -> headers.computeIfAbsent(line.substring(0, line.indexOf(':')), name -> new ArrayList<>())
                        .add(line.substring(line.indexOf(':') + 1).strip()));
        return headers;
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return requestLine + " " + headerLines + " " + text();
    }
}
