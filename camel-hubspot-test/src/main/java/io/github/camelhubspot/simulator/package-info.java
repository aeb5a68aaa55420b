// SPDX-License-Identifier: Apache-2.0
/** A simulator of HubSpot's CRM API, for building and testing integrations with no account and no network. */
package io.github.camelhubspot.simulator;
