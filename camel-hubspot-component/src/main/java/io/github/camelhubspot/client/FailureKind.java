// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import java.util.Locale;

/** What a failed call means for the one who made it. */
public enum FailureKind {
    /** The token was not accepted. */
    AUTHENTICATION,
    /** The token lacks a scope. */
    MISSING_SCOPE,
    /** There is no such record, property … */
    NOT_FOUND,
    /** A record with this key exists already. */
    CONFLICT,
    /** HubSpot refused what was sent. */
    VALIDATION,
    /** HubSpot's final refusal for another reason. */
    REFUSED,
    /** Too many calls, in spite of waiting. */
    RATE_LIMIT,
    /** The day's quota is used up. */
    DAILY_LIMIT,
    /** No usable answer after all retries. */
    UNAVAILABLE,
    /** The answer to a write was lost, and repeating it might double it. */
    AMBIGUOUS,
    /** The component was stopped before the call was sent. */
    STOPPED;

    /** Its section of the documentation, which messages name; meters have the same word as outcome. */
    public String docs() {
        return "errors.md#" + name().toLowerCase(Locale.ROOT);
    }

    /** Whether every other call would fail as well, so that a batch ends. */
    public boolean endsRun() {
        return switch (this) {
            case AUTHENTICATION, MISSING_SCOPE, DAILY_LIMIT, RATE_LIMIT, UNAVAILABLE, STOPPED -> true;
            default -> false;
        };
    }
}
