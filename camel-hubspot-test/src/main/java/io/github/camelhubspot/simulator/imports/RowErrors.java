// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.imports;

import java.util.List;
import java.util.Map;

import io.github.camelhubspot.simulator.csv.Csv;
import io.github.camelhubspot.simulator.error.ErrorDetail;
import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.schema.ObjectType;

/** Tells in the words of imports why a record of a row was refused. */
final class RowErrors {

    private static final Map<String, String> TYPES = Map.of(
            "PROPERTY_DOESNT_EXIST", "PROPERTY_DEFINITION_NOT_FOUND",
            "INVALID_EMAIL", "INVALID_EMAIL",
            "INVALID_OPTION", "INVALID_ENUMERATION_OPTION",
            "INVALID_INTEGER", "COULD_NOT_PARSE_NUMBER",
            "INVALID_DATE", "COULD_NOT_PARSE_DATE",
            "INVALID_LONG", "COULD_NOT_PARSE_DATE",
            "CONFLICTING_UNIQUE_VALUE", "DUPLICATE_UNIQUE_PROPERTY_VALUE",
            "MISSING_REQUIRED_PROPERTY", "MISSING_REQUIRED_PROPERTY");

    private final ObjectType type;
    private final List<Column> columns;
    private final long fileId;
    private final Csv.Row row;

    RowErrors(ObjectType type, List<Column> columns, long fileId, Csv.Row row) {
        this.type = type;
        this.columns = columns;
        this.fileId = fileId;
        this.row = row;
    }

    ImportError of(RowException refusal) {
        return error(refusal.errorType(), refusal.getMessage(), refusal.column());
    }

    /** One error for each property that was refused, or one for the record. */
    List<ImportError> of(HubSpotError refusal) {
        if (refusal.details().isEmpty()) {
            String errorType = refusal.status() == 409 ? "DUPLICATE_UNIQUE_PROPERTY_VALUE" : "FAILED_VALIDATION";
            return List.of(error(errorType, refusal.message(), null));
        }
        return refusal.details().stream().map(this::of).toList();
    }

    private ImportError of(ErrorDetail detail) {
        List<String> names = detail.context().getOrDefault("propertyName", List.of());
        Column column = columns.stream()
                .filter(one -> names.contains(one.mapping().property()))
                .findFirst()
                .orElse(null);
        return error(TYPES.getOrDefault(detail.code(), "FAILED_VALIDATION"), detail.message(), column);
    }

    private ImportError error(String errorType, String message, Column column) {
        return new ImportError(
                errorType,
                message,
                type,
                fileId,
                row.line(),
                row.fields(),
                column == null ? null : column.index(),
                column == null ? null : row.fields().get(column.index()));
    }
}
