// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

import io.github.camelhubspot.client.AccountGovernor;
import io.github.camelhubspot.client.ClientAccount;
import io.github.camelhubspot.client.ClientResources;
import io.github.camelhubspot.client.SharedQuota;
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
     * The account that an endpoint's settings, and for a token provider also a name, stand for.
     *
     * @param name the name of the tenant; null for none
     */
    synchronized Account of(AccountSettings settings, String name) {
        AccountKey key = settings.key(name);
        Account account = accounts.get(key);
        if (account == null) {
            account = newAccount(key, settings);
            accounts.put(key, account);
            sweepLater();
        }
        account.governor().restrict(settings.limits());
        account.governor().touch();
        if (settings.names(name)) {
            account.health().configured();
        }
        return account;
    }

    private Account newAccount(AccountKey key, AccountSettings settings) {
        AccountHealth health = new AccountHealth(key.label(), resources.timing());
        SharedQuota sharedQuota = shared.apply(settings.configuration());
        ClientResources own = resources.withMeter(observers.ofAccount(key, health));
        AccountGovernor governor = new AccountGovernor(key.label(), key.digest(), settings.limits(), sharedQuota, own);
        if (stopped) {
            governor.stop();
        }
        return new Account(key, new ClientAccount(governor, settings.tokens(key, own)), own, health);
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
