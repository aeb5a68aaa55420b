// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.imports;

/** Leaves a record of a row out for a reason that only imports have. */
final class RowException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String errorType;
    private final transient Column column;

    RowException(String errorType, String message, Column column) {
        super(message, null, false, false);
        this.errorType = errorType;
        this.column = column;
    }

    String errorType() {
        return errorType;
    }

    Column column() {
        return column;
    }
}
