// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.imports;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.simulator.schema.ObjectType;

/**
 * What an import asks for.
 *
 * @param json the request as it came
 * @param operations what may be done to each type, by its id; types that are not named are upserted
 */
public record ImportRequest(
        JsonNode json, String name, DateOrder dateOrder, Map<String, Operation> operations, List<FileMapping> files) {

    /** How the columns of one file become records. */
    record FileMapping(String fileName, boolean hasHeader, List<ColumnMapping> columns) {}

    /** In which order a date has its parts. */
    enum DateOrder {
        MONTH_DAY_YEAR,
        DAY_MONTH_YEAR,
        YEAR_MONTH_DAY
    }

    Operation operation(ObjectType type) {
        return operations.getOrDefault(type.id(), Operation.UPSERT);
    }

    public List<String> fileNames() {
        return files.stream().map(FileMapping::fileName).toList();
    }

    /** The types that its columns are about. */
    public Set<String> typeIds() {
        Set<String> ids = new TreeSet<>();
        files.forEach(file -> file.columns().stream()
                .filter(column -> !column.isLeftOut())
                .forEach(column -> ids.add(column.type().id())));
        return ids;
    }
}
