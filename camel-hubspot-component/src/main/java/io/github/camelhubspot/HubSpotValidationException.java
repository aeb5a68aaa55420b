// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import io.github.camelhubspot.api.HubSpotError;

/** HubSpot refused what was sent (400). */
public class HubSpotValidationException extends HubSpotException {

    private static final long serialVersionUID = 1L;

    public HubSpotValidationException(String message, HubSpotError error, Throwable cause) {
        super(message, error, cause);
    }
}
