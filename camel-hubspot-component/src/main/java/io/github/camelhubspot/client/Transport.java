// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import java.io.IOException;

/** Sends one HTTP request and waits for the answer; blocks its thread. */
public interface Transport {

    /**
     * Sends a request.
     *
     * @throws NotSentException where HubSpot surely did not get it
     * @throws IOException where it may have got it
     */
    TransportAnswer send(TransportRequest request) throws IOException;
}
