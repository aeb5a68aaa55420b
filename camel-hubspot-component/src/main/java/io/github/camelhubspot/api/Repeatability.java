// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.api;

/** Whether a call whose answer was lost may be sent again. */
public enum Repeatability {
    /** Sending it twice leaves the same content as sending it once. */
    REPEATABLE,
    /** Only where HubSpot surely did not apply it; HubSpot has no idempotency keys. */
    ONLY_IF_NOT_APPLIED
}
