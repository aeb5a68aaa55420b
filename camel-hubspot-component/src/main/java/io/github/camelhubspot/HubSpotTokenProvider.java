// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

/**
 * Gives the access tokens of accounts, so that tokens can live in a vault and differ per tenant.
 *
 * <p>Is asked once per account until the token nears its end or HubSpot refuses it (HTTP status 401), never twice at one time
 * for one account. It may block, and must be thread-safe: it is called on the component's threads for calls.
 */
@FunctionalInterface
public interface HubSpotTokenProvider {

    /**
     * The token of an account.
     *
     * @param account the value of the option {@code account}, else of the header {@code CamelHubSpotAccount}; null where
     *     neither is set
     * @throws Exception where there is none; the calls that wait for it fail with a {@link HubSpotAuthenticationException}
     *     that has this as its cause, and whose message is printed: keep secrets out of it
     */
    HubSpotToken token(String account) throws Exception;
}
