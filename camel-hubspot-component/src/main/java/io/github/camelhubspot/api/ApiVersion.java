// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.api;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A version of HubSpot's API; HubSpot carries it in the path only.
 *
 * <p>{@link #V3} stands for the undated paths, {@code v3} for most resources and {@code v4} for associations. HubSpot
 * announced the end of support of {@code v4} for 2027-03-30 and of {@code v1} to {@code v3} for September 2027.
 */
public enum ApiVersion {
    V3("v3"),
    V2026_03("2026-03"),
    V2026_09("2026-09");

    private final String text;

    ApiVersion(String text) {
        this.text = text;
    }

    /** The version as it is written in the option {@code apiVersion} and, where it is dated, in paths. */
    public String text() {
        return text;
    }

    /** Whether this is one of HubSpot's dated versions, whose paths differ from the numbered ones. */
    public boolean dated() {
        return this != V3;
    }

    /** Whether HubSpot takes dates in any form and puts them into its own, instead of refusing most of them. */
    public boolean normalisesDates() {
        return compareTo(V2026_09) >= 0;
    }

    /**
     * The version that is written so.
     *
     * @throws IllegalArgumentException where there is none; the message lists those there are
     */
    public static ApiVersion of(String text) {
        return Arrays.stream(values())
                .filter(version -> version.text.equals(text))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("The option apiVersion is '" + text + "'; it must be one of "
                                + Arrays.stream(values()).map(ApiVersion::text).collect(Collectors.joining(", "))));
    }
}
