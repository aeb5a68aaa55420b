// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.faults;

import java.time.Duration;
import java.util.function.Function;

import io.github.camelhubspot.simulator.http.Answer;

/**
 * What goes wrong with one call.
 *
 * @param kind what it counts as; null where it is none of the kinds
 * @param delay how long the call is held back
 * @param applies whether the operation is carried out
 * @param delivery how the answer goes over the network
 * @param answer what is answered instead, by the call's correlation id; null for the operation's own answer
 */
public record FaultEffect(
        FaultKind kind, Duration delay, boolean applies, Delivery delivery, Function<String, Answer> answer) {

    static final FaultEffect NONE = new FaultEffect(null, Duration.ZERO, true, Delivery.WHOLE, null);
}
