// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import io.github.camelhubspot.api.HubSpotError;

/** The answer to a write was lost: HubSpot carried it out or did not. Do not redeliver it blindly, since HubSpot has no idempotency keys; look the record up first. */
public class HubSpotAmbiguousWriteException extends HubSpotException {

    private static final long serialVersionUID = 1L;

    public HubSpotAmbiguousWriteException(String message, HubSpotError error, Throwable cause) {
        super(message, error, cause);
    }
}
