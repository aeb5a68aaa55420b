// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.camelhubspot.api.HubSpotError;

/**
 * Tokens that end: fetched once for all who ask, and again in the background shortly before they end.
 *
 * <p>Thread-safe.
 */
public final class RenewedTokens implements Tokens {

    private static final Logger LOG = LoggerFactory.getLogger(RenewedTokens.class);

    /** HubSpot's tokens live 30 minutes; the last five of them leave time to fetch the next one. */
    private static final Duration LONGEST_LEAD = Duration.ofMinutes(5);

    private static final int LEAD_SHARE = 5;
    private static final Duration TIME_BETWEEN_TRIES = Duration.ofSeconds(30);
    private static final String EXPIRED = "EXPIRED_AUTHENTICATION";

    private final String account;
    private final TokenSource source;
    private final boolean anyRefusal;
    private final Timing timing;
    private final CallMeter meter;

    private AccessToken token;
    private long ends;
    private long renewFrom;
    private CompletableFuture<AccessToken> fetching;

    /**
     * Tokens of a source.
     *
     * @param account names the account in logs
     * @param anyRefusal whether another token is worth a try after any refusal, and not only where HubSpot says that the
     *     token is expired
     */
    public RenewedTokens(String account, TokenSource source, boolean anyRefusal, ClientResources resources) {
        this.account = account;
        this.source = source;
        this.anyRefusal = anyRefusal;
        this.timing = resources.timing();
        this.meter = resources.meter();
    }

    @Override
    public AccessToken ready() {
        AccessToken ready;
        CompletableFuture<AccessToken> renewal = null;
        synchronized (this) {
            long now = timing.nanoTime();
            ready = accepted(now);
            if (ready != null && ready.life() != null && fetching == null && now - renewFrom >= 0) {
                renewal = begin();
            }
        }
        if (renewal != null) {
            carryOut(renewal);
        }
        return ready;
    }

    /** Notes that a token is being fetched, so that nobody else does; callers hold the lock. */
    private CompletableFuture<AccessToken> begin() {
        fetching = new CompletableFuture<>();
        return fetching;
    }

    /** The token, unless it has ended; callers hold the lock. */
    private AccessToken accepted(long now) {
        return token != null && (token.life() == null || now - ends < 0) ? token : null;
    }

    @Override
    public CompletableFuture<AccessToken> fetch() {
        CompletableFuture<AccessToken> fetch;
        synchronized (this) {
            if (fetching != null) {
                return fetching;
            }
            // Since the caller saw that there was none, another call may have fetched one.
            AccessToken ready = accepted(timing.nanoTime());
            if (ready != null) {
                return CompletableFuture.completedFuture(ready);
            }
            fetch = begin();
        }
        carryOut(fetch);
        return fetch;
    }

    private void carryOut(CompletableFuture<AccessToken> fetch) {
        CompletableFuture<AccessToken> fetched;
        try {
            fetched = source.fetch();
        } catch (RuntimeException e) {
            fetched = CompletableFuture.failedFuture(e);
        }
        fetched.whenComplete((next, fault) -> {
            Throwable cause = fault instanceof CompletionException ? fault.getCause() : fault;
            took(next);
            meter.tokenFetched(cause == null);
            if (cause == null) {
                fetch.complete(next);
            } else {
                LOG.warn("No access token for {}: {}", account, cause.getMessage());
                fetch.completeExceptionally(cause);
            }
        });
    }

    private synchronized void took(AccessToken next) {
        long now = timing.nanoTime();
        fetching = null;
        renewFrom = now + TIME_BETWEEN_TRIES.toNanos();
        if (next != null) {
            token = next;
            if (next.life() != null) {
                Duration lead = next.life().dividedBy(LEAD_SHARE);
                ends = now + next.life().toNanos();
                renewFrom = ends - (lead.compareTo(LONGEST_LEAD) < 0 ? lead : LONGEST_LEAD).toNanos();
            }
        }
    }

    @Override
    public synchronized boolean refused(AccessToken refusedToken, HubSpotError error) {
        boolean worthATry = anyRefusal || EXPIRED.equals(error.category());
        if (worthATry && refusedToken.equals(token)) {
            token = null;
        }
        return worthATry;
    }

    @Override
    public boolean forgettable() {
        return source.forgettable();
    }
}
