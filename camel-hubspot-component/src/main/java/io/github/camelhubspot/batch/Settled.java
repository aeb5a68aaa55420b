// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import io.github.camelhubspot.client.CallResult;

/**
 * How an operation on one record ended.
 *
 * @param status what became of the record, where the result is a success; {@code SKIPPED} for one that exists already;
 *     null where the operation can end in one way only
 * @param result HubSpot's answer, or the failure; the conflict itself for a record that was skipped
 */
public record Settled(OutcomeStatus status, CallResult result) {}
