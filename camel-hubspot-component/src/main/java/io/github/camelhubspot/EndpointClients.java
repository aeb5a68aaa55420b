// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.function.BooleanSupplier;

import io.github.camelhubspot.api.ApiVersion;
import io.github.camelhubspot.client.CallPolicy;
import io.github.camelhubspot.client.HubSpotClient;
import io.github.camelhubspot.client.RetryPolicy;
import io.github.camelhubspot.client.Transport;

/** Makes the clients of one endpoint, one for each exchange: its account may differ from the next one's. */
final class EndpointClients {

    private final HubSpotConfiguration configuration;
    private final ApiVersion version;
    private final RetryPolicy retry;
    private final Transport transport;
    private final Accounts accounts;
    private final AccountSettings settings;

    EndpointClients(HubSpotConfiguration configuration, Transport transport, Accounts accounts) {
        this.configuration = configuration;
        this.version = ApiVersion.of(configuration.getApiVersion());
        this.retry = new RetryPolicy(configuration.getMaxRetries(), configuration.getMaxRetryDelay());
        this.transport = transport;
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
                version,
                transport,
                configuration.getMaxResponseSize(),
                configuration.getResponseTimeout(),
                new CallPolicy(retry, configuration.getPriority(), stopping),
                account.calls(),
                account.resources());
    }
}
