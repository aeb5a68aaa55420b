// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import io.github.camelhubspot.api.HubSpotError;

/** No access token was to be had. Its message holds no secret. */
public final class TokenException extends Exception {

    private static final long serialVersionUID = 1L;

    private final FailureKind kind;
    private final transient HubSpotError error;

    public TokenException(FailureKind kind, HubSpotError error, Throwable cause) {
        super(error.message(), cause);
        this.kind = kind;
        this.error = error;
    }

    CallFailure failure(boolean maybeApplied) {
        return new CallFailure(kind, error, maybeApplied, getCause());
    }
}
