// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.api.Effect;
import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.client.ApiAnswer;
import io.github.camelhubspot.client.CallFailure;
import io.github.camelhubspot.client.CallResult;
import io.github.camelhubspot.client.FailureKind;

/** Tells how an entry of a shared call ended, in the terms of the call that it would have been alone. */
final class SharedResults {

    private static final int MULTI_STATUS = 207;
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    /** By these a batch's error names its inputs, by trace ids that are ours, or ids that other messages have. */
    private static final Set<String> CONTEXTS_OF_BATCHES = Set.of("objectWriteTraceId", "ids");

    private SharedResults() {}

    /**
     * Completes the input of an entry that has its outcome.
     *
     * @param stop why the run ended early; null where it did not
     * @param effect what the operation does
     */
    static void settle(Entry entry, BatchStop stop, Effect effect) {
        SharedInput input = (SharedInput) entry.input;
        try {
            settle(entry, input, stop, effect);
        } catch (RuntimeException e) {
            breakDown(input, effect, e);
        }
    }

    /**
     * Completes an input, unless it has ended, of which nobody can tell any more how it did.
     *
     * @param fault what broke down; null where nothing is known to have
     */
    static void breakDown(SharedInput input, Effect effect, Throwable fault) {
        boolean read = effect == Effect.READ;
        settle(
                input,
                OutcomeStatus.AMBIGUOUS,
                new CallFailure(
                        read ? FailureKind.UNAVAILABLE : FailureKind.AMBIGUOUS,
                        HubSpotError.local("The call broke down before it was known how it ended"),
                        !read,
                        fault));
    }

    private static void settle(Entry entry, SharedInput input, BatchStop stop, Effect effect) {
        BatchOutcome outcome = entry.outcome;
        if (outcome.status() == OutcomeStatus.SKIPPED && entry.conflict == null) {
            settle(input, OutcomeStatus.SKIPPED, unwritten(entry));
        } else if (outcome.status() == OutcomeStatus.SKIPPED) {
            settle(input, OutcomeStatus.SKIPPED, refused(entry.conflict.without(CONTEXTS_OF_BATCHES)));
        } else if (outcome.status().success()) {
            settle(input, outcome.status(), answer(entry, input, effect));
        } else if (outcome.status() == OutcomeStatus.REJECTED && entry.failure() == null && isOurs(outcome.error())) {
            input.completeExceptionally(
                    new IllegalArgumentException(outcome.error().message()));
        } else {
            settle(input, outcome.status(), failure(entry, stop, effect));
        }
    }

    private static void settle(SharedInput input, OutcomeStatus status, CallResult result) {
        input.complete(new Settled(status, result));
    }

    /** Whether the component refused it itself, before anything was sent. */
    private static boolean isOurs(HubSpotError error) {
        return error.status() == 0 && !error.conflict() && !error.aboutLinks();
    }

    private static ApiAnswer answer(Entry entry, SharedInput input, Effect effect) {
        JsonNode record = (JsonNode) entry.outcome.record();
        if (record instanceof ObjectNode object && input.record().objectWriteTraceId() == null) {
            // The trace id was the shared call's.
            object.remove("objectWriteTraceId");
        }
        ApiAnswer answer = entry.answer;
        if (answer == null && record == null) {
            throw new IllegalStateException("The success has no answer");
        }
        if (answer == null) {
            return unwritten(entry);
        }
        // Where an update settled a conflict nothing was created.
        boolean created = effect == Effect.CREATE && entry.outcome.status() == OutcomeStatus.CREATED;
        return new ApiAnswer(
                answer.status() == MULTI_STATUS ? (created ? CREATED : OK) : answer.status(),
                record,
                answer.correlationId(),
                answer.time(),
                answer.attempts());
    }

    /** The report of a dry run, or what was read of a record that would not change. */
    private static ApiAnswer unwritten(Entry entry) {
        return entry.outcome.record() instanceof JsonNode report
                ? new ApiAnswer(OK, report, null, null, null)
                : entry.answer;
    }

    private static CallFailure failure(Entry entry, BatchStop stop, Effect effect) {
        if (entry.failure() != null && entry.failure().error() == entry.outcome.error()) {
            return entry.failure();
        }
        HubSpotError error = entry.outcome.error().without(CONTEXTS_OF_BATCHES);
        return switch (entry.outcome.status()) {
            case NOT_SENT -> notSent(error, stop);
            case AMBIGUOUS ->
                new CallFailure(
                        effect == Effect.READ ? FailureKind.UNAVAILABLE : FailureKind.AMBIGUOUS, error, true, null);
            case NOT_FOUND -> CallFailure.refused(withStatus(error, NOT_FOUND, "OBJECT_NOT_FOUND"));
            default -> refused(error);
        };
    }

    private static CallFailure refused(HubSpotError error) {
        boolean conflict = error.conflict() && !"VALIDATION_ERROR".equals(error.category());
        return CallFailure.refused(withStatus(error, conflict ? CONFLICT : BAD_REQUEST, error.category()));
    }

    private static CallFailure notSent(HubSpotError error, BatchStop stop) {
        CallFailure failure = stop == null ? null : stop.failure();
        if (failure == null) {
            return new CallFailure(FailureKind.STOPPED, error, false, stop == null ? null : stop.cause());
        }
        return new CallFailure(failure.kind(), error, false, failure.cause(), failure.retryAfter(), null);
    }

    /** The status of an error that came beside successes, or that the component found in HubSpot's place. */
    private static HubSpotError withStatus(HubSpotError error, int status, String category) {
        boolean keep = error.status() != MULTI_STATUS && error.status() != 0;
        return keep
                ? error
                : new HubSpotError(
                        status,
                        error.category() == null ? category : error.category(),
                        error.subCategory(),
                        error.message(),
                        error.correlationId(),
                        error.context(),
                        error.details(),
                        error.policyName());
    }
}
