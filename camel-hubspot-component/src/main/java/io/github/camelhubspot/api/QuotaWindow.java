// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.api;

/** The rate limit of HubSpot's that a call counts against. */
public enum QuotaWindow {
    /** The calls of an app in ten seconds. */
    GENERAL,
    /** Searches, counted per account and second. */
    SEARCH,
    /** Association batches and labels, which are exempt from the general window. */
    ASSOCIATIONS,
    /** Custom events, which have a limit of their own: 1,250 calls in a second. */
    EVENTS
}
