// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

/** Which calls go first where calls of one account wait. */
public enum Priority {
    /** Before all that is bulk. */
    INTERACTIVE,
    /** When nothing interactive waits, and only up to the daily ceiling. */
    BULK
}
