// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.error;

/** Ends the handling of a call, or of one input of a batch, with an error of HubSpot's. */
public final class HubSpotErrorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient HubSpotError error;

    HubSpotErrorException(HubSpotError error) {
        // No stack trace: refusals are ordinary answers here, and load tests make many of them.
        super(error.message(), null, false, false);
        this.error = error;
    }

    public HubSpotError error() {
        return error;
    }
}
