// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

/** Which outcomes the result of a batch keeps. */
public enum KeepOutcomes {
    /** All. */
    ALL,
    /** Those that are no successes. */
    FAILED
}
