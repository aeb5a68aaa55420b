// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.oauth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.github.camelhubspot.simulator.settings.SimulatorSettings;

/**
 * The public app that this HubSpot knows. It is installed in the simulator's own account, and in others on demand; all
 * see the same records, as there is one CRM, but each has an account id and rate limits of its own.
 *
 * <p>Access tokens come from {@code POST /oauth/v1/token} and its later versions, and expire by the simulator's clock.
 */
public final class OAuthApp {

    private static final String FIRST_REFRESH_TOKEN = "simulator-refresh-token";

    private final SimulatorSettings settings;
    private final Clock clock;
    // The account behind a refresh token or a code, as its distance from the simulator's own.
    private final Map<String, Long> refreshTokens = new HashMap<>();
    private final Map<String, Long> codes = new HashMap<>();
    private final Map<String, AccessToken> accessTokens = new HashMap<>();
    private String ownRefreshToken;
    private Duration tokenLifetime;
    private boolean rotates;
    private long accounts;
    private long refreshes;

    public OAuthApp(SimulatorSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        reset();
    }

    /** Back to one account, with no access token issued yet. */
    public synchronized void reset() {
        refreshTokens.clear();
        codes.clear();
        accessTokens.clear();
        ownRefreshToken = FIRST_REFRESH_TOKEN;
        refreshTokens.put(ownRefreshToken, 0L);
        tokenLifetime = Duration.ofMinutes(30);
        rotates = false;
        accounts = 1;
        refreshes = 0;
    }

    public String clientId() {
        return "simulator-client-id";
    }

    public String clientSecret() {
        return "simulator-client-secret";
    }

    /** The refresh token of the simulator's own account; the newest one where they rotate. */
    public synchronized String refreshToken() {
        return ownRefreshToken;
    }

    /**
     * Installs the app in another account.
     *
     * @param refreshToken the refresh token that the app has for it
     * @return the account's portalId
     */
    public synchronized long addRefreshToken(String refreshToken) {
        refreshTokens.put(refreshToken, accounts);
        return portalId(accounts++);
    }

    /** Begins to install the app in another account, and gives the code with which it gets its first tokens; once. */
    public synchronized String authorizationCode() {
        String code = "code-" + UUID.randomUUID();
        codes.put(code, accounts++);
        return code;
    }

    /** From now on the refresh token gives no tokens; access tokens that it gave live on until they expire. */
    public synchronized OAuthApp revoke(String refreshToken) {
        refreshTokens.remove(refreshToken);
        return this;
    }

    /** How long access tokens live that are issued from now on, by the simulator's clock; 30 minutes unless said. */
    public synchronized OAuthApp tokenLifetime(Duration lifetime) {
        tokenLifetime = lifetime;
        return this;
    }

    /** Whether every refresh gives a new refresh token and ends the old one; HubSpot keeps the old one (false). */
    public synchronized OAuthApp rotateRefreshTokens(boolean rotate) {
        rotates = rotate;
        return this;
    }

    /** Lets every access token that has been issued expire now. */
    public synchronized OAuthApp expireAll() {
        Instant now = clock.instant();
        accessTokens.replaceAll(
                (text, token) -> token.expiresAt().isAfter(now) ? new AccessToken(token.portalId(), now) : token);
        return this;
    }

    /** How many access tokens have been issued. */
    public synchronized long refreshes() {
        return refreshes;
    }

    /** Issues an access token for a refresh token; empty if that is unknown or revoked. */
    public synchronized Optional<IssuedTokens> refresh(String refreshToken) {
        Long account = refreshTokens.get(refreshToken);
        if (account == null) {
            return Optional.empty();
        }
        return Optional.of(issue(account, rotates ? rotate(refreshToken, account) : refreshToken));
    }

    private String rotate(String refreshToken, long account) {
        refreshTokens.remove(refreshToken);
        String next = newRefreshToken(account);
        if (refreshToken.equals(ownRefreshToken)) {
            ownRefreshToken = next;
        }
        return next;
    }

    /** Issues the first tokens for the code of an installation; empty if that is unknown or has been used. */
    public synchronized Optional<IssuedTokens> install(String code) {
        Long account = codes.remove(code);
        return account == null ? Optional.empty() : Optional.of(issue(account, newRefreshToken(account)));
    }

    private String newRefreshToken(long account) {
        String token = "refresh-" + UUID.randomUUID();
        refreshTokens.put(token, account);
        return token;
    }

    private IssuedTokens issue(long account, String refreshToken) {
        String accessToken = "access-" + UUID.randomUUID();
        accessTokens.put(
                accessToken, new AccessToken(portalId(account), clock.instant().plus(tokenLifetime)));
        refreshes++;
        return new IssuedTokens(accessToken, refreshToken, tokenLifetime, portalId(account));
    }

    private long portalId(long account) {
        return settings.portalId() + account;
    }

    /** What an access token stands for, also once it has expired; empty if it was not issued here. */
    public synchronized Optional<AccessToken> accessToken(String text) {
        return Optional.ofNullable(accessTokens.get(text));
    }
}
