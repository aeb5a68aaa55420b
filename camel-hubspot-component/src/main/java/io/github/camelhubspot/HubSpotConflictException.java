// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import io.github.camelhubspot.api.HubSpotError;

/** A record with this id or unique value exists already (409, or 400 with {@code CONFLICTING_UNIQUE_VALUE}). */
public class HubSpotConflictException extends HubSpotException {

    private static final long serialVersionUID = 1L;

    public HubSpotConflictException(String message, HubSpotError error, Throwable cause) {
        super(message, error, cause);
    }
}
