// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.imports;

import java.util.List;

import io.github.camelhubspot.simulator.schema.ObjectType;

/**
 * What was wrong with a row.
 *
 * @param type the type of the record that the row did not become; null where it is about the whole row
 * @param column the number of the column, from 0; null where it is about the whole row
 * @param value the value that was refused; null where it is none
 */
public record ImportError(
        String errorType,
        String message,
        ObjectType type,
        long fileId,
        int line,
        List<String> row,
        Integer column,
        String value) {}
