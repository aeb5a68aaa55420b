// SPDX-License-Identifier: Apache-2.0
/** Whether HubSpot accepts what is sent: tokens, scopes, the quota of the day; from its answers alone. */
package io.github.camelhubspot.health;
