// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.lists.filters;

import java.util.OptionalLong;

import io.github.camelhubspot.simulator.crm.SimulatedRecord;

/** A time in epoch milliseconds, which may be one that the record itself names; empty if it names none. */
interface TimePoint {

    OptionalLong of(SimulatedRecord candidate);
}
