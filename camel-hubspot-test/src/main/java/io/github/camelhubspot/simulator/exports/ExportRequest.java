// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.exports;

import java.util.List;

import io.github.camelhubspot.simulator.schema.ObjectType;

/**
 * What an export asks for.
 *
 * @param associatedTypes the types whose linked records each row names
 * @param internalNames whether the columns have the names of properties at their head, not their labels
 * @param internalValues whether options appear as values, not as labels
 */
public record ExportRequest(
        String name,
        ObjectType type,
        List<String> properties,
        List<ObjectType> associatedTypes,
        boolean internalNames,
        boolean internalValues) {}
