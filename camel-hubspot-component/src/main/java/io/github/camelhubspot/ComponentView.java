// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

import io.github.camelhubspot.api.QuotaWindow;
import io.github.camelhubspot.client.AccountGovernor;
import io.github.camelhubspot.health.ComponentHealth;

/** What consoles, managed beans and health checks show of a component; never a token. */
final class ComponentView {

    private final List<Account> accounts;
    private final Observers observers;

    ComponentView(HubSpotClients clients) {
        this.accounts = clients.accounts().all();
        this.observers = clients.observers();
    }

    List<Account> accounts() {
        return accounts;
    }

    int inFlight() {
        return sum(AccountGovernor::inFlight);
    }

    int waiting() {
        return sum(AccountGovernor::waiting);
    }

    private int sum(ToIntFunction<AccountGovernor> figure) {
        return governors().mapToInt(figure).sum();
    }

    /** What is kept to, as far as HubSpot has said it and the options ask for it; the lowest of the accounts. */
    OptionalInt requestsPerTenSeconds() {
        return governors()
                .mapToInt(governor -> governor.limit(QuotaWindow.GENERAL))
                .min();
    }

    /** The lowest of the accounts; empty where HubSpot has not said it. */
    OptionalLong callsLeftToday() {
        return governors()
                .map(AccountGovernor::remainingToday)
                .flatMapToLong(OptionalLong::stream)
                .min();
    }

    private Stream<AccountGovernor> governors() {
        return accounts.stream().map(Account::governor);
    }

    CallStatistics calls() {
        return observers.calls();
    }

    RunningBatches batches() {
        return observers.batches();
    }

    ComponentHealth health() {
        return new ComponentHealth(
                accounts.stream().map(account -> account.health().state()).toList(),
                observers.calls().lastSuccess());
    }
}
