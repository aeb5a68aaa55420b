// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.prepare;

/** What becomes of a record or link whose target, named by a property, does not exist. */
public enum MissingTarget {
    /** It fails. */
    FAIL,
    /** The link is left out, and a warning tells so. */
    SKIP,
    /** The target is created with that property. */
    CREATE
}
