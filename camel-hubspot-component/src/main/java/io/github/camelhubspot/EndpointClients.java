// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import io.github.camelhubspot.api.ApiVersion;
import io.github.camelhubspot.client.CallPolicy;
import io.github.camelhubspot.client.HubSpotClient;
import io.github.camelhubspot.client.Priority;
import io.github.camelhubspot.client.RetryPolicy;
import io.github.camelhubspot.client.Transport;

/** Makes the clients of one endpoint, one for each exchange: its account may differ from the next one's. */
final class EndpointClients {

    private final Manner manner;
    private final Accounts accounts;
    private final AccountSettings settings;

    EndpointClients(HubSpotConfiguration configuration, Transport transport, Accounts accounts) {
        this.manner = new Manner(
                ApiVersion.of(configuration.getApiVersion()),
                transport,
                new RetryPolicy(configuration.getMaxRetries(), configuration.getMaxRetryDelay()),
                configuration.getPriority(),
                configuration.getMaxResponseSize(),
                configuration.getResponseTimeout(),
                configuration.getMaxConcurrentCalls());
        this.accounts = accounts;
        this.settings = new AccountSettings(configuration, transport);
    }

    /**
     * The account of a call.
     *
     * @param name the name of the tenant; null for none
     */
    Account account(String name) {
        return accounts.of(settings, name);
    }

    /** A client for calls to an account. */
    HubSpotClient client(Account account, BooleanSupplier stopping) {
        return new HubSpotClient(
                manner.version,
                manner.transport,
                manner.maxResponseSize,
                manner.responseTimeout,
                new CallPolicy(manner.retry, manner.priority, stopping),
                account.calls(),
                account.resources());
    }

    /** What calls must have in common with those of other endpoints to be one call. */
    Manner manner() {
        return manner;
    }

    /** How the calls of an endpoint are sent. */
    record Manner(
            ApiVersion version,
            Transport transport,
            RetryPolicy retry,
            Priority priority,
            long maxResponseSize,
            Duration responseTimeout,
            int maxConcurrentCalls) {}
}
