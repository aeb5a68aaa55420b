// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import java.time.Duration;

import io.github.camelhubspot.api.HubSpotError;

/**
 * A call that did not succeed.
 *
 * @param kind what it means
 * @param error what HubSpot said, or the component in its place
 * @param maybeApplied whether HubSpot may have carried it out although no answer said so
 * @param cause the fault of the network; null where HubSpot answered
 * @param retryAfter how long HubSpot asks to wait, where that is longer than the component waits; else null
 * @param attempts how often it was sent; null unless it may have been carried out
 */
public record CallFailure(
        FailureKind kind,
        HubSpotError error,
        boolean maybeApplied,
        Throwable cause,
        Duration retryAfter,
        Attempts attempts)
        implements CallResult {

    static final String STOPPED = "The component or its route was stopped before the call was sent";

    public CallFailure(FailureKind kind, HubSpotError error, boolean maybeApplied, Throwable cause) {
        this(kind, error, maybeApplied, cause, null, null);
    }

    /** Whether HubSpot answered more than is read. */
    public boolean answerTooLarge() {
        return cause instanceof BoundedInputStream.AnswerTooLargeException;
    }

    CallFailure until(Duration wait) {
        return new CallFailure(kind, error, maybeApplied, cause, wait, attempts);
    }

    /** A call that was not sent any more. */
    public static CallFailure stopped() {
        return new CallFailure(FailureKind.STOPPED, HubSpotError.local(STOPPED), false, null);
    }

    /** A record that a lookup did not find. */
    public static CallFailure notFound(String message) {
        return new CallFailure(FailureKind.NOT_FOUND, HubSpotError.local(message), false, null);
    }

    /** The same failure, of the links of a record that was written before them. */
    public CallFailure ofLinks(String recordId) {
        return new CallFailure(kind, error.ofLinks(recordId), maybeApplied, cause, retryAfter, attempts);
    }

    /** One input that HubSpot refused within a successful answer. */
    public static CallFailure refused(HubSpotError error) {
        boolean missing = "OBJECT_NOT_FOUND".equals(error.category());
        FailureKind kind = error.conflict() ? FailureKind.CONFLICT : FailureKind.VALIDATION;
        return new CallFailure(missing ? FailureKind.NOT_FOUND : kind, error, false, null);
    }

    /**
     * A successful answer that does not hold what it must.
     *
     * @param kind what that means: for a write, that nobody knows what HubSpot did
     */
    public static CallFailure withoutResult(ApiAnswer answer, FailureKind kind) {
        HubSpotError error = new HubSpotError(
                answer.status(),
                null,
                null,
                "HubSpot's answer holds neither a result nor an error",
                answer.correlationId(),
                null,
                null,
                null);
        return new CallFailure(kind, error, true, null, null, answer.attempts());
    }
}
