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
    private final ApiAnswer answer;
    private final Map<Long, Entry> unmatched = new LinkedHashMap<>();
    private final List<Entry> all;

    private AnswerMatcher(ChunkCodec codec, List<Entry> chunk, ApiAnswer answer) {
        this.codec = codec;
        this.answer = answer;
        this.all = chunk;
        chunk.forEach(entry -> unmatched.put(entry.index, entry));
    }

    /** Gives every entry of the chunk its outcome, or leaves it with a conflict to settle. */
    static void match(ChunkCodec codec, List<Entry> chunk, ApiAnswer answer) {
        new AnswerMatcher(codec, chunk, answer).match();
    }

    /** The error of an answer that holds no result and errors that name no entry; null for any other answer. */
    static HubSpotError errorOfNone(ChunkCodec codec, List<Entry> chunk, ApiAnswer answer) {
        if (answer.body() == null || !answer.body().path("results").isEmpty()) {
            return null;
        }
        List<HubSpotError> errors = errors(answer);
        boolean nameless = errors.stream()
                .noneMatch(error -> missing(error) || chunk.stream().anyMatch(entry -> codec.names(error, entry)));
        return nameless && !errors.isEmpty() ? errors.get(0) : null;
    }

    private static boolean missing(HubSpotError error) {
        return "OBJECT_NOT_FOUND".equals(error.category());
    }

    private void match() {
        JsonNode results = answer.body() == null ? null : answer.body().get("results");
        List<HubSpotError> errors = errors(answer);
        List<JsonNode> nameless = new ArrayList<>();
        if (results != null) {
            matchByTraceId(results, nameless);
            nameless = matchByName(nameless);
            int count = results.size();
            boolean agree = errors.isEmpty() && count == all.size() && nameless.size() == unmatched.size();
            // Nothing else tells what was read for which input, and there is no order to go by.
            if (agree && (nameless.size() == 1 || !codec.readsOnly())) {
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
        HubSpotError rest = unnamed.isEmpty() ? unmentioned(answer) : unnamed.get(0);
        boolean notFound = codec.readsOnly() && missing(rest);
        unmatched.values().forEach(entry -> {
            if (notFound) {
                entry.fail(OutcomeStatus.NOT_FOUND, rest);
            } else {
                codec.lost(entry, rest, answer.attempts());
            }
        });
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
            List<Entry> named = codec.namesIn(result)
                    .map(name -> byName.getOrDefault(name, byLowerCase.get(name.toLowerCase(Locale.ROOT))))
                    .filter(found -> found != null)
                    .toList();
            if (named.isEmpty()) {
                rest.add(result);
            }
            named.stream()
                    .filter(entry -> unmatched.containsKey(entry.index))
                    .findFirst()
                    .ifPresent(entry -> take(entry.index, result));
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
            // An entry may have several errors; the second is about it as well.
            List<Entry> named =
                    all.stream().filter(entry -> codec.names(error, entry)).toList();
            if (named.isEmpty()) {
                unnamed.add(error);
            }
            // The one record that the text may name is not known to be that of any.
            HubSpotError told = named.size() > 1 ? Conflicts.withoutRecord(error) : error;
            named.stream()
                    .filter(entry -> unmatched.containsKey(entry.index))
                    .forEach(entry -> take(entry.index, told));
        }
        return unnamed;
    }

    private void take(long index, JsonNode result) {
        Entry entry = unmatched.remove(index);
        entry.answer = answer;
        codec.succeeded(entry, result);
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
