// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import java.util.List;

import io.github.camelhubspot.api.HubSpotWarning;
import io.github.camelhubspot.client.ApiAnswer;
import io.github.camelhubspot.client.CallResult;

/**
 * How an operation on one record ended.
 *
 * @param status what became of the record, where the result is a success; {@code SKIPPED} for one that exists already;
 *     null where the operation can end in one way only
 * @param result HubSpot's answer, or the failure; for a record that was skipped the conflict, or null where there was
 *     nothing to send
 * @param warnings what the sender should know besides what HubSpot's answer tells
 */
public record Settled(OutcomeStatus status, CallResult result, List<HubSpotWarning> warnings) {

    public Settled(OutcomeStatus status, CallResult result) {
        this(status, result, List.of());
    }

    /** The same end for another, who may change what HubSpot answered. */
    Settled copy() {
        return result instanceof ApiAnswer answer && answer.body() != null
                ? new Settled(status, answer.withBody(answer.body().deepCopy()), warnings)
                : this;
    }

    /** The same end, of which its sender should know more. */
    public Settled with(List<HubSpotWarning> more) {
        return new Settled(status, result, more);
    }
}
