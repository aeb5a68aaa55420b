// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import java.io.IOException;

/** A request that surely did not reach HubSpot, since no connection could be made. */
final class NotSentException extends IOException {

    private static final long serialVersionUID = 1L;

    NotSentException(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
