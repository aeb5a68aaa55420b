// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.apache.camel.util.ObjectHelper;

import io.github.camelhubspot.client.AccessToken;

/** Checks that an endpoint has one way to an access token, and that what it has can be one. */
final class CredentialChecks {

    private static final String WAYS =
            "accessToken (a private app's token, or a service key), clientId with clientSecret and refreshToken (OAuth), or"
                    + " tokenProvider (a bean)";

    private static final Set<String> OAUTH = Set.of("clientId", "clientSecret", "refreshToken");

    private CredentialChecks() {}

    /**
     * Checks the options.
     *
     * @throws IllegalArgumentException naming the option that is missing, too many or malformed
     */
    static void check(HubSpotConfiguration configuration) {
        List<String> ways = new ArrayList<>();
        if (ObjectHelper.isNotEmpty(configuration.getAccessToken())) {
            ways.add("accessToken");
            wellFormed("accessToken", configuration.getAccessToken());
        }
        if (ObjectHelper.isNotEmpty(configuration.getClientId())
                || ObjectHelper.isNotEmpty(configuration.getClientSecret())
                || ObjectHelper.isNotEmpty(configuration.getRefreshToken())) {
            ways.add("clientId, clientSecret and refreshToken");
            complete("clientId", configuration.getClientId());
            complete("clientSecret", configuration.getClientSecret());
            complete("refreshToken", configuration.getRefreshToken());
        }
        if (configuration.getTokenProvider() != null) {
            ways.add("tokenProvider");
        }
        if (ways.isEmpty()) {
            throw new IllegalArgumentException(
                    "The option accessToken is missing; set one way to a token on the component or the endpoint: "
                            + WAYS);
        }
        if (ways.size() > 1) {
            throw new IllegalArgumentException(
                    "The options " + String.join(" and ", ways) + " are both ways to a token; keep one of: " + WAYS);
        }
    }

    /**
     * Forgets the way to a token that an endpoint has from its component where its URI gives another one.
     *
     * @param inherited the endpoint's configuration, before its URI is applied
     * @param options the names of the URI's options
     */
    static void prefer(HubSpotConfiguration inherited, Set<String> options) {
        boolean oauth = options.stream().anyMatch(OAUTH::contains);
        boolean token = options.contains("accessToken");
        boolean provider = options.contains("tokenProvider");
        if (oauth || provider) {
            inherited.setAccessToken(null);
        }
        if (token || oauth) {
            inherited.setTokenProvider(null);
        }
        if (token || provider) {
            inherited.setClientId(null);
            inherited.setClientSecret(null);
            inherited.setRefreshToken(null);
        }
    }

    private static void complete(String option, String value) {
        if (!ObjectHelper.isNotEmpty(value)) {
            throw new IllegalArgumentException(
                    "The option " + option + " is missing; OAuth needs clientId, clientSecret and refreshToken");
        }
        wellFormed(option, value);
    }

    private static void wellFormed(String option, String value) {
        if (!AccessToken.wellFormed(value)) {
            throw new IllegalArgumentException(
                    "The option " + option + " holds a blank, a line end or another character that no token has");
        }
    }
}
