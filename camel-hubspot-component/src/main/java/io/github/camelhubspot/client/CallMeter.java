// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import java.time.Duration;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.api.QuotaWindow;

/**
 * Is told what goes on with the calls to one account, so that it can be measured.
 *
 * <p>Called by many threads, on the way of every call: must be thread-safe and must not block.
 */
public interface CallMeter {

    /** Measures nothing. */
    CallMeter NONE = new CallMeter() {};

    /**
     * A call has ended, after all its retries.
     *
     * @param result HubSpot's answer, or the failure
     * @param whole from handing it in to its end, with all waits
     */
    default void ended(ApiCall call, CallResult result, Duration whole) {}

    /** A call has waited so long for its turn: for quota and a free slot. */
    default void waited(ApiOperation operation, Duration wait) {}

    /**
     * A call is to be sent again.
     *
     * @param status the HTTP status of the answer; 0 where none came
     */
    default void retried(ApiOperation operation, int status) {}

    /** HubSpot said how many calls are left in a window. */
    default void quota(QuotaWindow window, int limit, int remaining) {}

    /** HubSpot said how many calls are left of the day. */
    default void dailyQuota(long limit, long remaining) {}

    /** A token was fetched, or was not to be had. */
    default void tokenFetched(boolean success) {}

    /** The account was forgotten, since nobody used it for a while; nothing follows. */
    default void forgotten() {}
}
