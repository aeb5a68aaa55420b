// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.seeds;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.camelhubspot.simulator.calls.RecordedCall;

/**
 * A request as it was on the wire: path and query still percent-encoded.
 *
 * @param rawQuery null where there was none
 * @param headers looked up without regard to case
 */
record ReceivedRequest(String method, String rawPath, String rawQuery, Map<String, List<String>> headers, byte[] body) {

    ReceivedRequest {
        Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(headers);
        headers = copy;
    }

    static ReceivedRequest of(RecordedCall call) {
        return new ReceivedRequest(
                call.method(),
                call.path(),
                call.query(),
                call.headers(),
                call.body().getBytes(StandardCharsets.UTF_8));
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return method + " " + rawPath + (rawQuery == null ? "" : "?" + rawQuery) + " " + headers + " " + text();
    }
}
