// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.api;

/** HubSpot's OAuth token endpoint, which is no operation: the component calls it by itself. */
public final class TokenEndpoint {

    /** How long an access token lives where the answer does not say it, in seconds. */
    public static final long USUAL_LIFE_SECONDS = 1800;

    private static final PathTemplate DATED = new PathTemplate("/oauth/{version}/token");

    private TokenEndpoint() {}

    /** Its path in a version of the API; HubSpot retires the one of v1 in February 2027. */
    public static String path(ApiVersion version) {
        return version.dated() ? DATED.expand(name -> version.text()) : "/oauth/v3/token";
    }
}
