// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;

import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.api.HubSpotWarning;
import io.github.camelhubspot.client.ApiAnswer;
import io.github.camelhubspot.client.Attempts;
import io.github.camelhubspot.client.CallFailure;
import io.github.camelhubspot.record.LinkInput;
import io.github.camelhubspot.record.RecordInput;

/** One input of a batch on its way from the body to its outcome; confined to the chunk that it is in. */
final class Entry {

    final long index;
    final Object input;

    /** What is sent of it; exactly one of the three. */
    RecordInput record;

    LinkInput link;

    /** The link as its input gave it, which may name its ends by other properties than their ids. */
    LinkInput given;

    JsonNode definition;

    /** Names the input in outcomes; may be null. */
    String key;

    /** Inputs of different groups need different calls, since their paths or their retries differ. */
    String group = "";

    /** Inputs with equal ones keep their order; null for one that need not keep any. */
    String order;

    String traceId;

    /** The record id, where it had to be looked up. */
    String recordId;

    /** HubSpot's conflict, while it is still to be settled. */
    HubSpotError conflict;

    /** How its create was lost, while the record may be there without our knowing; null for none. */
    LostAnswer lost;

    /** What was read of it so far, where HubSpot gives it page by page, and where the next page begins. */
    ArrayNode pages;

    String after;

    /** HubSpot's answer that its success is from; null while it has none. */
    ApiAnswer answer;

    /** How the call failed that was to carry it out; null where HubSpot answered. */
    private CallFailure failure;

    /** What its sender should know of it. */
    final List<HubSpotWarning> warnings = new ArrayList<>();

    BatchOutcome outcome;

    Entry(long index, Object input) {
        this.index = index;
        this.input = input;
    }

    /** Orders it by its key, where nothing else was said; HubSpot compares some unique values without regard to case. */
    void settleOrder() {
        if (order == null && key != null) {
            order = group + ' ' + key.trim().toLowerCase(Locale.ROOT);
        }
    }

    /** Orders it by its record, which is all that its next call names; a link by both its ends, of types that stay. */
    void orderBy(String id) {
        order = id;
        if (link == null) {
            group = "";
        }
    }

    /** Ends as a record that was written and whose links were not, or not for sure. */
    void failLinks(OutcomeStatus status, HubSpotError error) {
        outcome = outcome(status, outcome.record(), record.properties().isEmpty() ? error : error.ofLinks(recordId));
    }

    /** Adds to what its sender should know of it, though it has its outcome. */
    void warn(List<HubSpotWarning> more) {
        warnings.addAll(more);
        outcome = outcome(outcome.status(), outcome.record(), outcome.error());
    }

    /** Takes its outcome back, since it is to be sent anew. */
    void reopen() {
        outcome = null;
        failure = null;
        warnings.clear();
    }

    void end(OutcomeStatus status) {
        outcome = outcome(status, null, null);
    }

    /** Ends as a success; where the record does not fit the shape that was asked for, it is a success all the same. */
    void end(OutcomeStatus status, JsonNode record, Function<JsonNode, Object> output) {
        warnings.addAll(HubSpotWarning.in(record));
        try {
            outcome = outcome(status, output == null ? null : output.apply(record), null);
        } catch (IllegalArgumentException e) {
            outcome = outcome(status, null, HubSpotError.local(e.getMessage()));
        }
    }

    void fail(OutcomeStatus status, HubSpotError error) {
        outcome = outcome(status, null, error);
    }

    private BatchOutcome outcome(OutcomeStatus status, Object record, HubSpotError error) {
        return new BatchOutcome(index, key, status, record, error, input, List.copyOf(warnings));
    }

    /** Remembers how its call failed; of a create whose answer was lost the first failure is what counts. */
    void failed(CallFailure how) {
        if (lost == null) {
            failure = how;
        }
    }

    /** How the call failed that was to carry it out; null where HubSpot answered. */
    CallFailure failure() {
        return failure;
    }

    /** Ends without having been sent, or at least without the attempts before it being known to have failed. */
    void notSent(HubSpotError error) {
        if (lost == null) {
            fail(OutcomeStatus.NOT_SENT, error);
        } else {
            ambiguous(error);
        }
    }

    /** Ends with nobody knowing whether it was written; the error tells which answer was lost first. */
    void ambiguous(HubSpotError error) {
        fail(OutcomeStatus.AMBIGUOUS, lost == null ? error : lost.error());
    }

    /** Remembers that an answer was lost, with those that were lost before. */
    void lose(HubSpotError error, Attempts attempts) {
        lost = lost == null
                ? new LostAnswer(error, attempts)
                : new LostAnswer(lost.error(), lost.attempts().and(attempts));
    }

    boolean open() {
        return outcome == null && conflict == null;
    }
}
