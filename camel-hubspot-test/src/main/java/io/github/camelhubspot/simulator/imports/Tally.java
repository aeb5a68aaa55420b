// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts what an import does, and keeps its errors. */
final class Tally {

    static final String TOTAL_ROWS = "TOTAL_ROWS";
    static final String MAPPED_COLUMNS = "MAPPED_COLUMNS";
    static final String UNMAPPED_COLUMNS = "UNMAPPED_COLUMNS";
    static final String CREATED_OBJECTS = "CREATED_OBJECTS";
    static final String UPDATED_OBJECTS = "UPDATED_OBJECTS";
    static final String PROPERTY_VALUES_EMITTED = "PROPERTY_VALUES_EMITTED";
    static final String ASSOCIATIONS_CREATED = "ASSOCIATIONS_CREATED";

    private final Map<String, Integer> counters = new LinkedHashMap<>();
    private final List<ImportError> errors = new ArrayList<>();
    private final Set<Long> written = new HashSet<>();

    Tally() {
        List.of(
                        TOTAL_ROWS,
                        MAPPED_COLUMNS,
                        UNMAPPED_COLUMNS,
                        CREATED_OBJECTS,
                        UPDATED_OBJECTS,
                        PROPERTY_VALUES_EMITTED,
                        ASSOCIATIONS_CREATED)
                .forEach(counter -> counters.put(counter, 0));
    }

    void add(String counter, int number) {
        counters.merge(counter, number, Integer::sum);
    }

    void written(long recordId, boolean created, int values) {
        written.add(recordId);
        add(created ? CREATED_OBJECTS : UPDATED_OBJECTS, 1);
        add(PROPERTY_VALUES_EMITTED, values);
    }

    void error(ImportError error) {
        errors.add(error);
    }

    ImportResult result(boolean failed) {
        counters.put("UNIQUE_OBJECTS_WRITTEN", written.size());
        counters.put("ERRORS", errors.size());
        return new ImportResult(failed, Map.copyOf(counters), List.copyOf(errors));
    }
}
