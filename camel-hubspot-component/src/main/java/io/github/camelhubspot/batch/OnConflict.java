// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

/** What to do where a record to create exists already. */
public enum OnConflict {
    /** Refuse it. */
    FAIL,
    /** Write the properties to the record that exists. */
    UPDATE,
    /** Leave the record that exists as it is. */
    SKIP
}
