// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.crm;

/** How strictly a write is checked, which depends on the API version that it came through. */
public enum WriteMode {
    /** Up to 2026-03: HubSpot's own rules. */
    CLASSIC,
    /** From 2026-09 on: the account's rules too, and dates are normalised where they used to be refused. */
    RECORD_RULES,
    /** A test that prepares data: read-only properties may be set, required ones may be missing. */
    SEED
}
