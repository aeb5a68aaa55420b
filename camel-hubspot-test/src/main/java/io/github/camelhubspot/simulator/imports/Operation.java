// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.imports;

/** What the rows of an import may do to the records of a type. */
public enum Operation {
    CREATE,
    UPDATE,
    UPSERT
}
