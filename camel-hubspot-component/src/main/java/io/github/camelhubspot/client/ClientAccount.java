// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

/**
 * An account of HubSpot's that calls go to.
 *
 * @param governor its quota
 * @param tokens its access tokens
 */
public record ClientAccount(AccountGovernor governor, Tokens tokens) {}
