// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import io.github.camelhubspot.api.HubSpotError;

/** HubSpot's rate limit was hit, in spite of waiting (429). */
public class HubSpotRateLimitException extends HubSpotException {

    private static final long serialVersionUID = 1L;

    public HubSpotRateLimitException(String message, HubSpotError error, Throwable cause) {
        super(message, error, cause);
    }
}
