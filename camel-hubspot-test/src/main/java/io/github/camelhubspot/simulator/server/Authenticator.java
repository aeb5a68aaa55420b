// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.server;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.github.camelhubspot.simulator.error.ErrorDetail;
import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.http.Caller;
import io.github.camelhubspot.simulator.oauth.AccessToken;
import io.github.camelhubspot.simulator.oauth.OAuthApp;
import io.github.camelhubspot.simulator.schema.ObjectType;
import io.github.camelhubspot.simulator.settings.SimulatorSettings;

/** Checks the token of a call, and the scopes that it stands for. */
final class Authenticator {

    private static final String SCHEME = "bearer ";

    private final SimulatorSettings settings;
    private final Clock clock;
    private final OAuthApp oauth;

    Authenticator(SimulatorSettings settings, Clock clock, OAuthApp oauth) {
        this.settings = settings;
        this.clock = clock;
        this.oauth = oauth;
    }

    /** Whom the Authorization header of a call stands for; refuses a call that has no token that is accepted. */
    Caller caller(String authorization) {
        if (authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            String token = authorization.substring(SCHEME.length()).trim();
            if (settings.acceptedTokens().contains(token)) {
                return new Caller("private app " + token, settings.portalId(), false);
            }
            Instant expiredAt = settings.expiredAt(token);
            if (expiredAt != null) {
                throw HubSpotError.expiredToken(expiredAt, clock.instant()).exception();
            }
            Optional<AccessToken> issued = oauth.accessToken(token);
            if (issued.isPresent()) {
                return publicApp(issued.get());
            }
        }
        throw HubSpotError.of(
                        401,
                        "INVALID_AUTHENTICATION",
                        "Authentication credentials not found. Calls need the header Authorization with a Bearer token.")
                .exception();
    }

    private Caller publicApp(AccessToken token) {
        Instant now = clock.instant();
        if (!now.isBefore(token.expiresAt())) {
            throw HubSpotError.expiredToken(token.expiresAt(), now).exception();
        }
        return new Caller("public app in " + token.portalId(), token.portalId(), true);
    }

    /** Refuses a call for which the app has not got the scope. */
    void checkScope(Route.Access access, ObjectType type) {
        checkScope(access.isSchema() ? type.schemaScopeFor(access.isWrite()) : type.scopeFor(access.isWrite()));
    }

    /** Refuses a call for which the app has not got this very scope. */
    void checkScope(String scope) {
        if (!settings.grants(scope)) {
            throw HubSpotError.of(
                            403,
                            "MISSING_SCOPES",
                            "This app hasn't been granted all required scopes to make this call.")
                    .link("scopes", "https://developers.hubspot.com/scopes")
                    .detail(new ErrorDetail(
                            "One or more of the following scopes are required.",
                            null,
                            null,
                            Map.of("requiredGranularScopes", List.of(scope))))
                    .exception();
        }
    }
}
