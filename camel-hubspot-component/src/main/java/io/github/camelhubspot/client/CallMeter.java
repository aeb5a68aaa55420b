// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import java.time.Duration;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.api.QuotaWindow;

/** Is told what goes on with the calls, so that it can be measured; must not block. */
public interface CallMeter {

    /** Measures nothing. */
    CallMeter NONE = new CallMeter() {};

    /**
     * A call has ended, after all its retries.
     *
     * @param outcome {@code success}, or the kind of failure in lower case
     * @param whole from handing it in to its end, with all waits
     */
    default void ended(ApiOperation operation, String outcome, Duration whole) {}

    /** A call has waited so long for its turn: for quota and a free slot. */
    default void waited(ApiOperation operation, Duration wait) {}

    /** A call is to be sent again. */
    default void retried(ApiOperation operation, int status) {}

    /** HubSpot said how many calls are left in a window of an account. */
    default void quota(String account, QuotaWindow window, int limit, int remaining) {}

    /** HubSpot said how many calls are left of the day of an account. */
    default void dailyQuota(String account, long limit, long remaining) {}

    /** A token was fetched, or was not to be had. */
    default void tokenFetched(String account, boolean success) {}
}
