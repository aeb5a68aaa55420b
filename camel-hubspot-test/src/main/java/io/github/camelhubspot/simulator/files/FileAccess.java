// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.files;

/** Who may see a file. */
public enum FileAccess {
    PUBLIC_INDEXABLE,
    PUBLIC_NOT_INDEXABLE,
    HIDDEN_INDEXABLE,
    HIDDEN_NOT_INDEXABLE,
    PRIVATE,
    HIDDEN_PRIVATE,
    SENSITIVE,
    HIDDEN_SENSITIVE;

    /** Whether everyone may have it who knows its address. */
    public boolean isAnonymous() {
        return this != PRIVATE && this != HIDDEN_PRIVATE && this != SENSITIVE && this != HIDDEN_SENSITIVE;
    }
}
