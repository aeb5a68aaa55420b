// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.lists.filters;

import java.util.List;
import java.util.function.Predicate;

import io.github.camelhubspot.simulator.crm.PropertyValue;
import io.github.camelhubspot.simulator.crm.SimulatedRecord;

/** A test of the value that a property has, or of those that it ever had. */
record Condition(Moment moment, Predicate<String> test) {

    enum Moment {
        NOW,
        EVER,
        NEVER
    }

    static Condition now(Predicate<String> test) {
        return new Condition(Moment.NOW, test);
    }

    static Condition notNow(Predicate<String> test) {
        return now(test.negate());
    }

    static Condition ever(Predicate<String> test) {
        return new Condition(Moment.EVER, test);
    }

    static Condition never(Predicate<String> test) {
        return new Condition(Moment.NEVER, test);
    }

    /** The test of records; those that have no value pass or not, as is said. */
    Predicate<SimulatedRecord> on(String property, boolean unsetPasses) {
        return candidate -> {
            List<String> values = values(candidate, property);
            if (values.isEmpty()) {
                return unsetPasses;
            }
            return moment == Moment.NEVER
                    ? values.stream().noneMatch(test)
                    : values.stream().anyMatch(test);
        };
    }

    private List<String> values(SimulatedRecord candidate, String property) {
        if (moment != Moment.NOW) {
            return candidate.history(property).stream()
                    .map(PropertyValue::value)
                    .filter(value -> !value.isEmpty())
                    .toList();
        }
        String value = candidate.property(property);
        return value == null ? List.of() : List.of(value);
    }
}
