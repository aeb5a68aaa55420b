// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.faults;

/**
 * What a fault counts as when the operation was not carried out, and when it was; null for none of the kinds.
 */
record Kinds(FaultKind before, FaultKind after) {

    static final Kinds NONE = new Kinds(null, null);

    static Kinds both(FaultKind kind) {
        return new Kinds(kind, kind);
    }

    static Kinds ofStatus(int status) {
        return switch (status) {
            case 423 -> new Kinds(FaultKind.LOCKED, null);
            case 477 -> new Kinds(FaultKind.MIGRATING, null);
            default -> status >= 500 ? new Kinds(FaultKind.SERVER_ERROR_BEFORE, FaultKind.SERVER_ERROR_AFTER) : NONE;
        };
    }

    static Kinds ofHtml(int status) {
        if (status >= 500) {
            return new Kinds(FaultKind.HTML_BEFORE, FaultKind.HTML_AFTER);
        }
        return status < 300 ? new Kinds(null, FaultKind.HTML_OK) : NONE;
    }

    static Kinds ofLimit(String policy, boolean retryAfter) {
        return switch (policy) {
            case "TEN_SECONDLY_ROLLING" ->
                new Kinds(retryAfter ? FaultKind.TEN_SECONDLY_LIMIT_RETRY_AFTER : FaultKind.TEN_SECONDLY_LIMIT, null);
            case "SECONDLY" ->
                new Kinds(retryAfter ? FaultKind.SECONDLY_LIMIT_RETRY_AFTER : FaultKind.SECONDLY_LIMIT, null);
            case "DAILY" -> new Kinds(FaultKind.DAILY_LIMIT, null);
            default -> NONE;
        };
    }
}
