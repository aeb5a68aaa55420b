// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.faults;

import java.time.Duration;
import java.util.function.Function;

import io.github.camelhubspot.simulator.http.Answer;

/**
 * What goes wrong with one call.
 *
 * @param delay how long the call is held back
 * @param afterApplying whether the operation is carried out nevertheless
 * @param dropsConnection whether there is no answer at all
 * @param cutAfter how many bytes of the body are sent; -1 for all
 * @param answer what is answered instead, by the call's correlation id; null for the operation's own answer
 */
public record FaultEffect(
        Duration delay, boolean afterApplying, boolean dropsConnection, int cutAfter, Function<String, Answer> answer) {

    public static final FaultEffect NONE = new FaultEffect(Duration.ZERO, false, false, -1, null);

    /** Whether the operation is carried out. */
    public boolean applies() {
        return afterApplying || !dropsConnection && answer == null;
    }

    public boolean cutsBody() {
        return cutAfter >= 0;
    }
}
