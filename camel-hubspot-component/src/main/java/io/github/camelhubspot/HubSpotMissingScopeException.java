// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import io.github.camelhubspot.api.HubSpotError;

/** The access token lacks a scope that the call needs (403). */
public class HubSpotMissingScopeException extends HubSpotException {

    private static final long serialVersionUID = 1L;

    public HubSpotMissingScopeException(String message, HubSpotError error, Throwable cause) {
        super(message, error, cause);
    }
}
