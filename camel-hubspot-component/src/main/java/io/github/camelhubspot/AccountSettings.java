// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.List;

import io.github.camelhubspot.api.ApiVersion;
import io.github.camelhubspot.api.TokenEndpoint;
import io.github.camelhubspot.client.ClientResources;
import io.github.camelhubspot.client.OAuthTokenSource;
import io.github.camelhubspot.client.QuotaLimits;
import io.github.camelhubspot.client.RenewedTokens;
import io.github.camelhubspot.client.RetryPolicy;
import io.github.camelhubspot.client.StaticToken;
import io.github.camelhubspot.client.Tokens;
import io.github.camelhubspot.client.Transport;

/** What an endpoint's configuration says of the accounts that it works with, read once for all its exchanges. */
final class AccountSettings {

    private final HubSpotConfiguration configuration;
    private final Transport transport;
    private final String baseUrl;
    private final Object credentials;
    private final QuotaLimits limits;

    /**
     * Settings.
     *
     * @param transport fetches tokens
     */
    AccountSettings(HubSpotConfiguration configuration, Transport transport) {
        this.configuration = configuration;
        this.transport = transport;
        this.baseUrl = configuration.getBaseUrl().replaceAll("/+$", "");
        this.credentials = credentials(configuration);
        this.limits = new QuotaLimits(
                configuration.getRequestsPerTenSeconds(),
                configuration.getSearchesPerSecond(),
                configuration.getMaxConcurrentCalls(),
                configuration.getDailyCeiling());
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

    HubSpotConfiguration configuration() {
        return configuration;
    }

    QuotaLimits limits() {
        return limits;
    }

    /** What identifies the account of that name; null for none. */
    AccountKey key(String name) {
        return new AccountKey(baseUrl, name, credentials);
    }

    /** Whether the configuration names the account, and not only a message. */
    boolean names(String name) {
        return name == null || name.equals(configuration.getAccount());
    }

    /** The tokens of an account. */
    Tokens tokens(AccountKey key, ClientResources resources) {
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
}
