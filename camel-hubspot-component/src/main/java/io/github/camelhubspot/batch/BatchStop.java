// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.client.CallFailure;

/**
 * Why a batch ended before its last input.
 *
 * @param index the first input that was not read
 * @param reason what happened, without values of records
 * @param error what HubSpot said; null where it was not HubSpot
 * @param failure the failed call; null where it was not a call
 * @param cause the fault behind it; null for none
 */
public record BatchStop(long index, String reason, HubSpotError error, CallFailure failure, Throwable cause) {

    static BatchStop because(String reason) {
        return new BatchStop(-1, reason, null, null, null);
    }

    static BatchStop because(String reason, Throwable cause) {
        return new BatchStop(-1, reason, null, null, cause);
    }

    static BatchStop because(String reason, CallFailure failure) {
        return new BatchStop(-1, reason, failure.error(), failure, failure.cause());
    }

    BatchStop at(long position) {
        return new BatchStop(position, reason, error, failure, cause);
    }
}
