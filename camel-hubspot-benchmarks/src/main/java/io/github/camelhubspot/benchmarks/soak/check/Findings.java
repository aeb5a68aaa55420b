// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.soak.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a comparison found wrong: how often, and the first examples of each. */
public final class Findings {

    private static final int EXAMPLES = 5;

    private final Map<Wrong, Long> counts = new EnumMap<>(Wrong.class);
    private final List<String> examples = new ArrayList<>();

    /** The ways in which a record can be wrong. */
    public enum Wrong {
        /** It is not there, or not as it must be. */
        LOST,
        /** It is there more often than it may. */
        DOUBLED,
        /** It is there, but nobody asked for it. */
        UNEXPECTED,
        /** What became of it was not reported, or wrongly. */
        MISREPORTED
    }

    void add(Wrong wrong, String what) {
        if (counts.merge(wrong, 1L, Long::sum) <= EXAMPLES) {
            examples.add(wrong + ": " + what);
        }
    }

    /** How many records are wrong in that way. */
    public long count(Wrong wrong) {
        return counts.getOrDefault(wrong, 0L);
    }

    /** How many records are wrong in each way; those that none is wrong in are missing. */
    Map<Wrong, Long> counts() {
        return Collections.unmodifiableMap(counts);
    }

    /** Whether nothing is wrong. */
    public boolean none() {
        return counts.isEmpty();
    }

    /** Some of what is wrong, in words. */
    public List<String> examples() {
        return List.copyOf(examples);
    }
}
