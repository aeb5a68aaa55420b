// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.seeds;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the recording server answers. */
record CannedAnswer(int status, Map<String, String> headers, byte[] body) {

    static CannedAnswer json(int status, String json) {
        return new CannedAnswer(
                status,
                Map.of("Content-Type", "application/json;charset=utf-8"),
                json.getBytes(StandardCharsets.UTF_8));
    }

    CannedAnswer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new CannedAnswer(status, more, body);
    }
}
