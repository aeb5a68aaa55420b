// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

import io.github.camelhubspot.api.ApiVersion;
import io.github.camelhubspot.api.TokenEndpoint;
import io.github.camelhubspot.client.AccountGovernor;
import io.github.camelhubspot.client.ClientAccount;
import io.github.camelhubspot.client.ClientResources;
import io.github.camelhubspot.client.OAuthTokenSource;
import io.github.camelhubspot.client.QuotaLimits;
import io.github.camelhubspot.client.RenewedTokens;
import io.github.camelhubspot.client.RetryPolicy;
import io.github.camelhubspot.client.SharedQuota;
import io.github.camelhubspot.client.StaticToken;
import io.github.camelhubspot.client.Tokens;
import io.github.camelhubspot.client.Transport;
import io.github.camelhubspot.health.AccountHealth;

/**
 * The accounts that a component works with; those that nobody has used for a while are forgotten.
 *
 * <p>Thread-safe.
 */
final class Accounts {

    private static final Duration SWEEP = Duration.ofMinutes(1);

    private final ClientResources resources;
    private final Observers observers;
    private final Function<HubSpotConfiguration, SharedQuota> shared;
    private final Map<AccountKey, Account> accounts = new HashMap<>();
    private boolean sweeping;
    private boolean stopped;

    /**
     * Accounts.
     *
     * @param observers watch the calls
     * @param shared gives the store through which nodes share quotas; null where there is none
     */
    Accounts(ClientResources resources, Observers observers, Function<HubSpotConfiguration, SharedQuota> shared) {
        this.resources = resources;
        this.observers = observers;
        this.shared = shared;
    }

    /**
     * The account that a configuration, and for a token provider also a name, stands for.
     *
     * @param name the name of the tenant; null for none
     * @param transport fetches its tokens
     */
    synchronized Account of(HubSpotConfiguration configuration, String name, Transport transport) {
        QuotaLimits limits = new QuotaLimits(
                configuration.getRequestsPerTenSeconds(),
                configuration.getSearchesPerSecond(),
                configuration.getMaxConcurrentCalls(),
                configuration.getDailyCeiling());
        AccountKey key =
                new AccountKey(configuration.getBaseUrl().replaceAll("/+$", ""), name, credentials(configuration));
        Account account = accounts.get(key);
        if (account == null) {
            account = newAccount(key, limits, configuration, transport);
            accounts.put(key, account);
            sweepLater();
        }
        account.governor().restrict(limits);
        account.governor().touch();
        if (name == null || name.equals(configuration.getAccount())) {
            account.health().configured();
        }
        return account;
    }

    private Account newAccount(
            AccountKey key, QuotaLimits limits, HubSpotConfiguration configuration, Transport transport) {
        AccountHealth health = new AccountHealth(key.label(), resources.timing());
        SharedQuota sharedQuota = shared.apply(configuration);
        ClientResources own = resources.withMeter(observers.ofAccount(key, health));
        AccountGovernor governor = new AccountGovernor(key.label(), key.digest(), limits, sharedQuota, own);
        if (stopped) {
            governor.stop();
        }
        return new Account(key, new ClientAccount(governor, tokens(configuration, key, transport, own)), own, health);
    }

    private static Object credentials(HubSpotConfiguration configuration) {
        if (configuration.getTokenProvider() != null) {
            return configuration.getTokenProvider();
        }
        return configuration.getAccessToken() != null
                ? configuration.getAccessToken()
                : List.of(
                        configuration.getClientId(), configuration.getClientSecret(), configuration.getRefreshToken());
    }

    private static Tokens tokens(
            HubSpotConfiguration configuration, AccountKey key, Transport transport, ClientResources resources) {
        if (configuration.getTokenProvider() != null) {
            return new RenewedTokens(
                    key.label(),
                    new ProviderTokenSource(configuration.getTokenProvider(), key.account(), resources),
                    true,
                    resources);
        }
        if (configuration.getAccessToken() != null) {
            return new StaticToken(configuration.getAccessToken());
        }
        OAuthTokenSource source = new OAuthTokenSource(
                transport,
                TokenEndpoint.path(ApiVersion.of(configuration.getApiVersion())),
                configuration.getClientId(),
                configuration.getClientSecret(),
                configuration.getRefreshToken(),
                new RetryPolicy(configuration.getMaxRetries(), configuration.getMaxRetryDelay()),
                configuration.getResponseTimeout(),
                resources);
        return new RenewedTokens(key.label(), source, false, resources);
    }

    private void sweepLater() {
        if (!sweeping && !accounts.isEmpty()) {
            sweeping = true;
            resources.timing().after(SWEEP, this::sweep);
        }
    }

    private synchronized void sweep() {
        sweeping = false;
        accounts.values().removeIf(account -> {
            boolean idle = account.idle();
            if (idle) {
                account.resources().meter().forgotten();
            }
            return idle;
        });
        sweepLater();
    }

    /** The accounts that are known now. */
    synchronized List<Account> all() {
        return new ArrayList<>(accounts.values());
    }

    /** Lets calls go, again after {@link #stop}. */
    synchronized void start() {
        stopped = false;
        accounts.values().forEach(account -> account.governor().start());
    }

    /** Ends all waiting; what waited fails at once. */
    void stop() {
        synchronized (this) {
            stopped = true;
        }
        forAll(AccountGovernor::stop);
    }

    /** Ends the waiting of calls whose route is being stopped. */
    void refuseStopping() {
        forAll(AccountGovernor::refuseStopping);
    }

    /** Outside the lock, since calls that end go on elsewhere. */
    private void forAll(Consumer<AccountGovernor> action) {
        all().forEach(account -> action.accept(account.governor()));
    }
}
