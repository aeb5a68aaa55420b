// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

/** What a get does where there is no such record. */
public enum NotFound {
    /** The exchange fails. */
    FAIL,
    /** The body is set to null. */
    EMPTY
}
