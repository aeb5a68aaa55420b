// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

/** What becomes of the labels that a link has when it is given others. */
public enum LabelMode {
    /** The given ones replace them, as HubSpot does it. */
    REPLACE,
    /** The link keeps them. */
    ADD
}
