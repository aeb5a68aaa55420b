// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.http;

import java.util.Optional;

import io.github.camelhubspot.simulator.crm.WriteMode;

/** A version of HubSpot's API, as the path of a call names it. */
public enum ApiVersion {
    /** The numbered family: v3 objects and properties, v4 associations. */
    V3("v3"),
    V2025_09("2025-09"),
    V2026_03("2026-03"),
    V2026_09("2026-09");

    private final String segment;

    ApiVersion(String segment) {
        this.segment = segment;
    }

    /** The version of a dated path's segment. */
    public static Optional<ApiVersion> dated(String segment) {
        for (ApiVersion version : values()) {
            if (version != V3 && version.segment.equals(segment)) {
                return Optional.of(version);
            }
        }
        return Optional.empty();
    }

    public boolean isDated() {
        return this != V3;
    }

    public boolean isAtLeast(ApiVersion other) {
        return compareTo(other) >= 0;
    }

    /** How strictly writes are checked. */
    public WriteMode writeMode() {
        return isAtLeast(V2026_09) ? WriteMode.RECORD_RULES : WriteMode.CLASSIC;
    }

    @Override
    public String toString() {
        return segment;
    }
}
