// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.client.ApiAnswer;
import io.github.camelhubspot.client.ErrorReader;

/**
 * Finds the entry of every result and error of a batch's answer, by trace id, id or unique property.
 *
 * <p>HubSpot does not promise the order of the inputs, so the position counts only where nothing else can be meant.
 */
final class AnswerMatcher {

    private final ChunkCodec codec;
    private final Map<Long, Entry> unmatched = new LinkedHashMap<>();
    private final int sent;

    private AnswerMatcher(ChunkCodec codec, List<Entry> chunk) {
        this.codec = codec;
        this.sent = chunk.size();
        chunk.forEach(entry -> unmatched.put(entry.index, entry));
    }

    /** Gives every entry of the chunk its outcome, or leaves it with a conflict to settle. */
    static void match(ChunkCodec codec, List<Entry> chunk, ApiAnswer answer) {
        new AnswerMatcher(codec, chunk).match(answer);
    }

    private void match(ApiAnswer answer) {
        JsonNode results = answer.body() == null ? null : answer.body().get("results");
        List<HubSpotError> errors = errors(answer);
        List<JsonNode> nameless = new ArrayList<>();
        if (results != null) {
            matchByTraceId(results, nameless);
            nameless = matchByName(nameless);
            int count = results.size();
            if (errors.isEmpty() && count == sent && nameless.size() == unmatched.size()) {
                matchByPosition(nameless);
            }
        }
        List<HubSpotError> unnamed = matchErrors(errors);
        if (unnamed.size() == 1 && unmatched.size() == 1) {
            take(unmatched.keySet().iterator().next(), unnamed.get(0));
        }
        boolean silent = results == null || results.isEmpty();
        if (silent && errors.isEmpty() && codec.answersWithoutResults()) {
            List.copyOf(unmatched.values()).forEach(entry -> take(entry.index, (JsonNode) null));
        }
        HubSpotError missing = unnamed.isEmpty() ? unmentioned(answer) : unnamed.get(0);
        unmatched.values().forEach(entry -> entry.fail(OutcomeStatus.AMBIGUOUS, missing));
    }

    private static List<HubSpotError> errors(ApiAnswer answer) {
        List<HubSpotError> errors = new ArrayList<>();
        if (answer.body() != null) {
            answer.body()
                    .path("errors")
                    .forEach(error -> errors.add(ErrorReader.read(answer.status(), error, answer.correlationId())));
        }
        return errors;
    }

    private void matchByTraceId(JsonNode results, List<JsonNode> rest) {
        Map<String, Entry> byTraceId = new HashMap<>();
        unmatched.values().stream()
                .filter(entry -> entry.traceId != null)
                .forEach(entry -> byTraceId.put(entry.traceId, entry));
        for (JsonNode result : results) {
            Entry entry = byTraceId.remove(result.path("objectWriteTraceId").asText(""));
            if (entry == null) {
                rest.add(result);
            } else {
                take(entry.index, result);
            }
        }
    }

    private List<JsonNode> matchByName(List<JsonNode> results) {
        Map<String, Entry> byName = new HashMap<>();
        Map<String, Entry> byLowerCase = new HashMap<>();
        for (Entry entry : unmatched.values()) {
            String name = codec.nameOf(entry);
            if (name != null) {
                byName.put(name, entry);
                byLowerCase.put(name.toLowerCase(Locale.ROOT), entry);
            }
        }
        List<JsonNode> rest = new ArrayList<>();
        for (JsonNode result : results) {
            Entry entry = codec.namesIn(result)
                    .map(name -> byName.getOrDefault(name, byLowerCase.get(name.toLowerCase(Locale.ROOT))))
                    .filter(found -> found != null)
                    .findFirst()
                    .orElse(null);
            if (entry == null) {
                rest.add(result);
            } else if (unmatched.containsKey(entry.index)) {
                take(entry.index, result);
            }
        }
        return rest;
    }

    private void matchByPosition(List<JsonNode> results) {
        List<Entry> entries = List.copyOf(unmatched.values());
        for (int i = 0; i < entries.size(); i++) {
            take(entries.get(i).index, results.get(i));
        }
    }

    private List<HubSpotError> matchErrors(List<HubSpotError> errors) {
        List<HubSpotError> unnamed = new ArrayList<>();
        for (HubSpotError error : errors) {
            List<Entry> named = unmatched.values().stream()
                    .filter(entry -> codec.names(error, entry))
                    .toList();
            if (named.isEmpty()) {
                unnamed.add(error);
            }
            named.forEach(entry -> take(entry.index, error));
        }
        return unnamed;
    }

    private void take(long index, JsonNode result) {
        codec.succeeded(unmatched.remove(index), result);
    }

    private void take(long index, HubSpotError error) {
        codec.refused(unmatched.remove(index), error);
    }

    private static HubSpotError unmentioned(ApiAnswer answer) {
        return new HubSpotError(
                answer.status(),
                null,
                null,
                "HubSpot's answer mentions the input neither in its results nor in its errors",
                answer.correlationId(),
                null,
                null,
                null);
    }
}
