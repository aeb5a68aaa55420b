// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.api.Effect;
import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.client.ApiAnswer;
import io.github.camelhubspot.client.CallFailure;
import io.github.camelhubspot.client.FailureKind;

/** Failed calls as exceptions, with messages that say what to do and hold no values of records. */
final class FailureExceptions {

    /** HubSpot's longest names have 100 characters. */
    private static final int MAX_WORD = 120;

    static final String RECORD_RULE_DOCS = "errors.md#record_rule";

    private static final int MAX_WORDS = 50;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u0080-\\u009F\\u2028\\u2029]");

    private FailureExceptions() {}

    static HubSpotException of(ApiOperation operation, CallFailure failure) {
        HubSpotError error = failure.error();
        Throwable cause = failure.cause();
        String message = message(operation, failure);
        return switch (failure.kind()) {
            case AUTHENTICATION -> new HubSpotAuthenticationException(message, error, cause);
            case MISSING_SCOPE -> new HubSpotMissingScopeException(message, error, cause);
            case NOT_FOUND -> new HubSpotNotFoundException(message, error, cause);
            case CONFLICT -> new HubSpotConflictException(message, error, cause);
            case VALIDATION ->
                error.recordRule()
                        ? new HubSpotRecordRuleException(message, error, cause)
                        : new HubSpotValidationException(message, error, cause);
            case RATE_LIMIT -> new HubSpotRateLimitException(message, error, cause);
            case DAILY_LIMIT -> new HubSpotDailyLimitException(message, error, cause);
            case AMBIGUOUS -> new HubSpotAmbiguousWriteException(message, error, cause);
            case REFUSED, UNAVAILABLE, STOPPED -> new HubSpotException(message, error, cause);
        };
    }

    /** A record that the component refused before anything was sent, for what HubSpot would refuse it for. */
    static HubSpotValidationException refused(ApiOperation operation, HubSpotError error) {
        return new HubSpotValidationException(
                "hubspot:" + operation.label() + " was not sent: " + error.message() + " (docs: "
                        + FailureKind.VALIDATION.docs() + ")",
                error,
                null);
    }

    /**
     * A job that was started and whose end is another than hoped for: started again, it would be done twice.
     *
     * @param cause what the wait ended with; null for the state of the job itself
     */
    static HubSpotAmbiguousWriteException started(
            ApiOperation operation, String id, String what, HubSpotError error, Throwable cause) {
        return new HubSpotAmbiguousWriteException(
                "hubspot:" + operation.label() + " has started " + id + ", and " + what
                        + "; do not start it again, but look with"
                        + " operation=" + operation.job().read() + " and objectId=" + id + " (docs: "
                        + FailureKind.AMBIGUOUS.docs() + ")",
                error,
                cause);
    }

    /** A call that was carried out and whose answer has not the shape that was asked for. */
    static HubSpotException unfit(ApiOperation operation, ApiAnswer answer, IllegalArgumentException fault) {
        HubSpotError error = new HubSpotError(
                answer.status(), null, null, fault.getMessage(), answer.correlationId(), null, null, null);
        String text = "hubspot:" + operation.label() + " was carried out, but " + fault.getMessage();
        // A write that is done must not be redelivered blindly, whatever became of its answer.
        return operation.effect() == Effect.READ
                ? new HubSpotException(text, error, null)
                : new HubSpotAmbiguousWriteException(
                        text + "; do not send it again (docs: " + FailureKind.AMBIGUOUS.docs() + ")", error, null);
    }

    private static String message(ApiOperation operation, CallFailure failure) {
        HubSpotError error = failure.error();
        StringBuilder text =
                new StringBuilder("hubspot:").append(operation.label()).append(' ');
        if (error.aboutLinks() && error.status() != 0) {
            text.append("wrote the record, its links were not written: their call ");
        }
        if (error.status() == 0) {
            // The component's own words, which hold no values.
            text.append("failed: ").append(error.message());
        } else {
            text.append("was refused with HTTP status ").append(error.status());
            if (error.category() != null) {
                text.append(' ').append(word(error.category()));
            }
            String properties = properties(error);
            if (!properties.isEmpty()) {
                text.append(" for ").append(properties);
            }
        }
        if (failure.retryAfter() != null) {
            text.append("; HubSpot asks to try again in ")
                    .append(failure.retryAfter().toSeconds())
                    .append(" seconds, which is longer than maxRetryDelay");
        } else if (failure.kind() != FailureKind.AUTHENTICATION || error.status() != 0) {
            // Where no token was to be had, the error says why.
            text.append("; ").append(advice(failure));
        }
        text.append(" (docs: ").append(docs(failure)).append(')');
        if (error.correlationId() != null) {
            text.append(" (correlation id ").append(word(error.correlationId())).append(')');
        }
        return text.toString();
    }

    private static String docs(CallFailure failure) {
        boolean rule =
                failure.kind() == FailureKind.VALIDATION && failure.error().recordRule();
        return rule ? RECORD_RULE_DOCS : failure.kind().docs();
    }

    /** The refused properties with HubSpot's code for each. */
    static String properties(HubSpotError error) {
        return error.details().stream()
                .filter(detail -> detail.propertyName().isPresent() || detail.code() != null)
                .map(detail -> detail.propertyName()
                                .map(name -> "property " + word(name) + " ")
                                .orElse("")
                        + (detail.code() == null ? "" : "(" + word(detail.code()) + ")"))
                .map(String::trim)
                .distinct()
                .limit(MAX_WORDS)
                .collect(Collectors.joining(", "));
    }

    /** A word of the server's as it may stand in one line of a log, whatever the server made of it. */
    private static String word(String text) {
        String line = CONTROL.matcher(text).replaceAll("?");
        return line.length() > MAX_WORD ? line.substring(0, MAX_WORD) + "…" : line;
    }

    private static String advice(CallFailure failure) {
        return switch (failure.kind()) {
            case AUTHENTICATION ->
                "set the option accessToken (or clientId, clientSecret and refreshToken, or tokenProvider) so that it gives a valid token";
            case MISSING_SCOPE ->
                "grant the app the scopes " + failure.error().missingScopes() + " that this call needs";
            case NOT_FOUND ->
                "TARGET_NOT_FOUND".equals(failure.error().category())
                        ? "correct the key, or set missingTarget to skip or create"
                        : "check the id, the idProperty and the objectType";
            case CONFLICT -> "such a record exists already; upsert it, or set onConflict";
            case VALIDATION ->
                failure.error().recordRule()
                        ? "a rule of the account requires a value there: give one, or have the rule changed"
                        : "correct what was sent; HubSpot's own words are in the exception's error";
            case REFUSED -> "HubSpot's own words are in the exception's error";
            case RATE_LIMIT -> "lower requestsPerTenSeconds, or raise maxRetries or maxRetryDelay";
            case DAILY_LIMIT -> "try again after midnight in the account's time zone";
            case UNAVAILABLE -> "try again later";
            case AMBIGUOUS -> "the write may have been carried out: look the record up before you send it again";
            case STOPPED -> "nothing was sent";
        };
    }
}
