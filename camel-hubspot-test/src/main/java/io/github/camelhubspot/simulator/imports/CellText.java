// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;

import io.github.camelhubspot.simulator.schema.PropertyDefinition;
import io.github.camelhubspot.simulator.schema.PropertyOption;

/** Turns what people write into cells into what properties hold: dates in the order of the import, labels of options. */
final class CellText {

    private final DateTimeFormatter dates;

    CellText(ImportRequest.DateOrder order) {
        String pattern =
                switch (order) {
                    case MONTH_DAY_YEAR -> "M-d-uuuu";
                    case DAY_MONTH_YEAR -> "d-M-uuuu";
                    case YEAR_MONTH_DAY -> "uuuu-M-d";
                };
        dates = DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    /** The value to store; a text that is of no such form stays as it is, and is then checked like any other. */
    String of(PropertyDefinition definition, String cell) {
        if (definition == null) {
            return cell;
        }
        return switch (definition.type()) {
            case "date" -> date(cell, false);
            case "datetime" -> date(cell, true);
            case "bool" -> bool(cell);
            case "enumeration" -> option(definition, cell);
            default -> cell;
        };
    }

    private String date(String cell, boolean withTime) {
        try {
            LocalDate date = LocalDate.parse(cell.replace('/', '-').replace('.', '-'), dates);
            return withTime ? date.atStartOfDay().toInstant(ZoneOffset.UTC).toString() : date.toString();
        } catch (DateTimeException e) {
            return cell;
        }
    }

    private static String bool(String cell) {
        return switch (cell.toLowerCase(Locale.ROOT)) {
            case "yes", "true" -> "true";
            case "no", "false" -> "false";
            default -> cell;
        };
    }

    private static String option(PropertyDefinition definition, String cell) {
        if (definition.allowsOption(cell)) {
            return cell;
        }
        return definition.options().stream()
                .filter(option -> cell.equalsIgnoreCase(option.label()))
                .map(PropertyOption::value)
                .findFirst()
                .orElse(cell);
    }
}
