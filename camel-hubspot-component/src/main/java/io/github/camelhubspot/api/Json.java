// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** How the component reads and writes JSON: numbers keep their digits, and no document can exhaust stack or memory. */
public final class Json {

    /**
     * Levels of objects and arrays. HubSpot's deepest documents, the filters of a list, have some twenty; what walks through
     * a tree calls itself once or twice a level, which no thread's stack has trouble with up to here.
     */
    public static final int MAX_DEPTH = 200;

    /**
     * Characters of one text. A property's value has at most 65,536; much larger are only the sources of pages and e-mails,
     * which HubSpot bounds far below this.
     */
    public static final int MAX_STRING = 10_000_000;

    /** Characters of the name of a field. HubSpot's names have at most 100; names are kept in tables that all calls share. */
    public static final int MAX_NAME = 5_000;

    /** Digits of one number. The time to read a number grows faster than its length, and HubSpot's have some twenty digits. */
    public static final int MAX_NUMBER = 1_000;

    /**
     * Names, values and brackets of one answer. The largest answer that HubSpot gives, 1,000 records with 500 links each, has
     * some eight million; each costs up to 50 bytes of memory, and may be no more than two bytes of the answer.
     */
    public static final long MAX_ANSWER_TOKENS = 10_000_000;

    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(MAX_DEPTH)
            .maxStringLength(MAX_STRING)
            .maxNameLength(MAX_NAME)
            .maxNumberLength(MAX_NUMBER)
            .build();

    /** Immutable once built; shared by all. Bounds no length of a whole document, since bodies may be streams of records. */
    public static final JsonMapper MAPPER = mapper(LIMITS);

    /** The same for HubSpot's answers, of which the option {@code maxResponseSize} bounds the bytes. */
    public static final JsonMapper ANSWERS =
            mapper(LIMITS.rebuild().maxTokenCount(MAX_ANSWER_TOKENS).build());

    private Json() {}

    private static JsonMapper mapper(StreamReadConstraints limits) {
        return JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(limits)
                        .streamWriteConstraints(StreamWriteConstraints.builder()
                                .maxNestingDepth(MAX_DEPTH)
                                .build())
                        .build())
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build();
    }

    /**
     * A tree as UTF-8.
     *
     * @throws IllegalArgumentException where it cannot be written, since it is too deep
     */
    public static byte[] bytes(JsonNode tree) {
        try {
            return MAPPER.writeValueAsBytes(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The request cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** What is wrong with a text, without the words of the text, which may hold values that must not end in logs. */
    public static String fault(JsonProcessingException e) {
        JsonLocation place = e.getLocation();
        // What Jackson says of a limit holds figures only.
        String what = e instanceof StreamConstraintsException ? e.getOriginalMessage() : "broken JSON";
        return place == null ? what : what + " at line " + place.getLineNr() + ", column " + place.getColumnNr();
    }
}
