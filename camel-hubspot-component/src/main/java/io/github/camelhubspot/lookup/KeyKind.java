// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.lookup;

/** How HubSpot finds the record that a property's value names. */
public enum KeyKind {
    /** By the property itself, which no two records share. */
    UNIQUE,
    /** By a search among texts, which does not regard case. */
    TEXT,
    /** By a search among values of another type, taken as they are. */
    OTHER
}
