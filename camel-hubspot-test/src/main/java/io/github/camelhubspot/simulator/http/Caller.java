// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.http;

/**
 * Whom an access token stands for: an app in one account.
 *
 * @param id names the app and the account, whatever access token it has at the moment
 * @param portalId the account
 * @param oauth whether the app is a public one, which calls with tokens that expire and has no daily limit
 */
public record Caller(String id, long portalId, boolean oauth) {}
