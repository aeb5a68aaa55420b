// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.imports;

import io.github.camelhubspot.simulator.schema.ObjectType;

/**
 * What a column of a file is.
 *
 * @param column the text at its head
 * @param type the type of the records that it is about; null where the column is left out
 * @param property the property that its values are for; null where the column is left out, or holds record ids
 */
record ColumnMapping(String column, ObjectType type, String property, Kind kind) {

    /** What the values of a column are for; the later say more surely which record is meant. */
    enum Kind {
        STANDARD,
        /** They say which record, by a unique property, and are stored too. */
        HUBSPOT_ALTERNATE_ID,
        /** They say which record, by its id. */
        HUBSPOT_OBJECT_ID
    }

    boolean isLeftOut() {
        return type == null;
    }
}
