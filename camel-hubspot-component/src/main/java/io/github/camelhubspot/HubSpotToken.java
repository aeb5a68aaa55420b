// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.time.Instant;

/**
 * An access token that a {@link HubSpotTokenProvider} gives; its printed form hides it.
 *
 * @param value the token, as it stands behind {@code Bearer}
 * @param expiresAt when HubSpot stops to accept it; null where that is not known, so that it is used until HubSpot refuses
 *     it
 */
public record HubSpotToken(String value, Instant expiresAt) {

    /** A token of which nothing says when it ends, such as that of a private app. */
    public static HubSpotToken of(String value) {
        return new HubSpotToken(value, null);
    }

    @Override
    public String toString() {
        return "HubSpotToken[expiresAt=" + expiresAt + "]";
    }
}
