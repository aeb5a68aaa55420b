// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.lists.filters;

import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** What filters ask of texts, without regard to case: with several texts, whether it is so for any of them. */
final class TextConditions {

    private final Operation operation;
    private final List<String> wanted;

    TextConditions(Operation operation) {
        this.operation = operation;
        List<String> texts =
                operation.type().equals("STRING") ? List.of(operation.text("value")) : operation.texts("values");
        this.wanted = texts.stream().map(TextConditions::lowerCase).toList();
    }

    private static String lowerCase(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    Condition read() {
        return switch (operation.operator()) {
            case "IS_EQUAL_TO" -> Condition.now(any(String::equals));
            case "IS_NOT_EQUAL_TO" -> Condition.notNow(any(String::equals));
            case "CONTAINS" -> Condition.now(any(String::contains));
            case "DOES_NOT_CONTAIN" -> Condition.notNow(any(String::contains));
            case "STARTS_WITH" -> Condition.now(any(String::startsWith));
            case "ENDS_WITH" -> Condition.now(any(String::endsWith));
            default -> ofHistory();
        };
    }

    private Condition ofHistory() {
        if (operation.type().equals("STRING")) {
            switch (operation.operator()) {
                case "HAS_EVER_BEEN_EQUAL_TO":
                    return Condition.ever(any(String::equals));
                case "HAS_NEVER_BEEN_EQUAL_TO":
                    return Condition.never(any(String::equals));
                case "HAS_EVER_CONTAINED":
                    return Condition.ever(any(String::contains));
                case "HAS_NEVER_CONTAINED":
                    return Condition.never(any(String::contains));
                default:
                    break;
            }
        }
        throw operation.unknownOperator();
    }

    private Predicate<String> any(BiPredicate<String, String> comparison) {
        return value -> wanted.stream().anyMatch(text -> comparison.test(lowerCase(value), text));
    }
}
