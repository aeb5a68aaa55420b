// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.filestocrm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The columns that a file of rejected records has besides those of the records. */
final class ReasonColumns {

    static final String OUTCOME = "rejected_outcome";
    static final String ERROR = "rejected_error";
    static final String CATEGORY = "rejected_category";
    static final String STATUS = "rejected_status";
    static final String CORRELATION_ID = "rejected_correlation_id";
    static final String PROPERTIES = "rejected_properties";

    static final List<String> ALL = List.of(OUTCOME, ERROR, CATEGORY, STATUS, CORRELATION_ID, PROPERTIES);

    private ReasonColumns() {}

    /** The record without the reason for which it was once rejected. */
    static Map<String, Object> remove(Map<String, ?> row) {
        Map<String, Object> record = new LinkedHashMap<>(row);
        record.keySet().removeAll(ALL);
        return record;
    }
}
