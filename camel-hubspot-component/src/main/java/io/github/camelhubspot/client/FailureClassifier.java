// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import io.github.camelhubspot.api.HubSpotError;

/** Tells what an HTTP status and HubSpot's words beside it mean. */
final class FailureClassifier {

    private FailureClassifier() {}

    /** What a final refusal means. */
    static FailureKind kind(HubSpotError error) {
        return switch (error.status()) {
            case 400 -> error.conflict() ? FailureKind.CONFLICT : FailureKind.VALIDATION;
            case 401 -> FailureKind.AUTHENTICATION;
            case 403 -> FailureKind.MISSING_SCOPE;
            case 404 -> FailureKind.NOT_FOUND;
            case 409 -> FailureKind.CONFLICT;
            case 429 -> daily(error) ? FailureKind.DAILY_LIMIT : FailureKind.RATE_LIMIT;
            default -> temporary(error) ? FailureKind.UNAVAILABLE : FailureKind.REFUSED;
        };
    }

    /** Whether the same call may succeed later: 423 locked, 429, 477 migrating, and the server's own faults. */
    static boolean temporary(HubSpotError error) {
        int status = error.status();
        return status == 423 || status == 477 || (status == 429 && !daily(error)) || status >= 500;
    }

    /** Whether a temporary refusal says that HubSpot surely did nothing. */
    static boolean surelyNotApplied(HubSpotError error) {
        return error.status() < 500;
    }

    private static boolean daily(HubSpotError error) {
        return "DAILY".equals(error.policyName())
                || (error.message() != null && error.message().contains("daily limit"));
    }
}
