// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.imports;

/** How far an import is. */
public enum ImportState {
    STARTED,
    PROCESSING,
    DONE,
    FAILED,
    CANCELED;

    public boolean isActive() {
        return this == STARTED || this == PROCESSING;
    }
}
