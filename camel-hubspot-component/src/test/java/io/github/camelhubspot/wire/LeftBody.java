// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import org.apache.camel.Exchange;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.HubSpotPages;
import io.github.camelhubspot.batch.BatchResult;

import static org.assertj.core.api.Assertions.assertThat;

/** What is left in the message body, held against what was expected, in short. */
final class LeftBody {

    private final Object body;
    private final Object before;
    private final String what;

    LeftBody(Exchange exchange, Object before) {
        this.body = exchange.getMessage().getBody();
        this.before = before;
        this.what = "body after " + exchange.getProperty(Exchange.TO_ENDPOINT);
    }

    void check(JsonNode leaves) {
        if (leaves.isTextual()) {
            assertThat(leaves.textValue()).isEqualTo("unchanged");
            assertThat(body).as(what).isEqualTo(before);
        } else if (leaves.has("map")) {
            assertThat(body).as(what).isInstanceOf(Map.class);
            assertThat(keys(body)).as(what).containsAll(texts(leaves.get("map")));
        } else if (leaves.has("list")) {
            assertThat(body).as(what).isInstanceOf(List.class);
            checkEntries((List<?>) body, leaves.get("list"));
        } else if (leaves.has("pages")) {
            assertThat(body).as(what).isInstanceOf(HubSpotPages.class);
            List<Object> entries = new ArrayList<>();
            ((Iterable<?>) body).forEach(entries::add);
            checkEntries(entries, leaves.get("pages"));
        } else if (leaves.has("outcomes")) {
            assertThat(body).as(what).isInstanceOf(BatchResult.class);
            assertThat(((BatchResult) body).outcomes())
                    .as(what)
                    .extracting(outcome -> outcome.status().name())
                    .containsExactlyElementsOf(texts(leaves.get("outcomes")));
        } else {
            assertThat(body).as(what).asString().contains(leaves.get("contains").asText());
        }
    }

    /** How many entries, or the least that each of them has. */
    private void checkEntries(List<?> entries, JsonNode expected) {
        if (expected.isInt()) {
            assertThat(entries).as(what).hasSize(expected.intValue());
        } else {
            assertThat(entries).as(what).isNotEmpty().allSatisfy(entry -> assertThat(keys(entry))
                    .containsAll(texts(expected)));
        }
    }

    private static List<String> keys(Object map) {
        return ((Map<?, ?>) map).keySet().stream().map(String::valueOf).toList();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
