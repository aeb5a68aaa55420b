// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.queuetocrm;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The two ways in which messages share calls; each has its routes in a file of its name. */
public enum Way {
    /** The component's: exchanges that wait at the same time go as one call. */
    MICRO_BATCH,

    /** Camel's aggregator, with its batches in a database. */
    AGGREGATE;

    /** The way of that name. */
    public static Way of(String name) {
        return Arrays.stream(values())
                .filter(way -> way.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The mode is '" + name + "'; it must be "
                        + Arrays.stream(values()).map(Way::toString).collect(Collectors.joining(" or "))));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
