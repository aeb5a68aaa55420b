// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import io.github.camelhubspot.api.HubSpotError;

/** HubSpot did not accept the access token (401). */
public class HubSpotAuthenticationException extends HubSpotException {

    private static final long serialVersionUID = 1L;

    public HubSpotAuthenticationException(String message, HubSpotError error, Throwable cause) {
        super(message, error, cause);
    }
}
