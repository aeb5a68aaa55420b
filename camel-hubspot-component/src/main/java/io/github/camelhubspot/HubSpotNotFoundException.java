// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import io.github.camelhubspot.api.HubSpotError;

/** There is no such record, property or other thing (404). */
public class HubSpotNotFoundException extends HubSpotException {

    private static final long serialVersionUID = 1L;

    public HubSpotNotFoundException(String message, HubSpotError error, Throwable cause) {
        super(message, error, cause);
    }
}
