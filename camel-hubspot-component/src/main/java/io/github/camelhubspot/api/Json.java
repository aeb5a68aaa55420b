// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.api;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** How the component reads and writes JSON: numbers keep their digits. */
public final class Json {

    /** Immutable once built; shared by all. */
    public static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Json() {}

    /** What is wrong with a text, without the words of the text, which may hold values that must not end in logs. */
    public static String fault(JsonProcessingException e) {
        JsonLocation place = e.getLocation();
        return place == null
                ? "broken JSON"
                : "broken JSON at line " + place.getLineNr() + ", column " + place.getColumnNr();
    }
}
