// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.api;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.http.Answer;
import io.github.camelhubspot.simulator.json.Json;

/** The answer to a batch while it grows: results, and errors of single inputs. */
final class BatchResult {

    private static final int MULTI_STATUS = 207;

    private final long startedAt;
    private final boolean reversed;
    private final List<ObjectNode> results = new ArrayList<>();
    private final List<HubSpotError> errors = new ArrayList<>();

    /**
     * @param startedAt epoch milliseconds
     * @param reversed whether the results come in the reverse order
     */
    BatchResult(long startedAt, boolean reversed) {
        this.startedAt = startedAt;
        this.reversed = reversed;
    }

    void add(ObjectNode result) {
        results.add(result);
    }

    void add(HubSpotError error) {
        errors.add(error);
    }

    boolean hasResults() {
        return !results.isEmpty();
    }

    /** The answer: with the given status, or 207 if some inputs failed. */
    Answer answer(int status, long completedAt) {
        return answer(status, completedAt, Json.object());
    }

    /** The answer with the given status even if some inputs failed. */
    Answer answerAlways(int status, long completedAt) {
        return Answer.json(status, body(completedAt, Json.object()));
    }

    /** The answer to a write of records, which says when it was asked for, too. */
    Answer writeAnswer(int status, long completedAt) {
        ObjectNode json = Json.object().put("requestedAt", Json.time(startedAt));
        json.putObject("links");
        return answer(status, completedAt, json);
    }

    private Answer answer(int status, long completedAt, ObjectNode json) {
        return Answer.json(errors.isEmpty() ? status : MULTI_STATUS, body(completedAt, json));
    }

    private ObjectNode body(long completedAt, ObjectNode json) {
        json.put("status", "COMPLETE");
        if (reversed) {
            Collections.reverse(results);
        }
        json.putArray("results").addAll(results);
        if (!errors.isEmpty()) {
            json.put("numErrors", errors.size());
            ArrayNode entries = json.putArray("errors");
            errors.forEach(error -> entries.add(error.toBatchEntry()));
        }
        return json.put("startedAt", Json.time(startedAt)).put("completedAt", Json.time(completedAt));
    }
}
