// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.lists;

/** What decides who is in a list. */
public enum ProcessingType {
    /** Calls. */
    MANUAL,
    /** The filters, once, when the list is made; calls from then on. */
    SNAPSHOT,
    /** The filters, at any time. */
    DYNAMIC
}
