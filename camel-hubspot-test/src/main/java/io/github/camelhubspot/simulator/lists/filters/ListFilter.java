// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.lists.filters;

import java.util.function.Predicate;

import io.github.camelhubspot.simulator.crm.SimulatedRecord;

/**
 * The filters of a list, ready to be asked.
 *
 * @param dependsOnTime whether a record can begin or cease to pass by time alone
 */
public record ListFilter(Predicate<SimulatedRecord> test, boolean dependsOnTime) {

    public boolean accepts(SimulatedRecord candidate) {
        return test.test(candidate);
    }
}
