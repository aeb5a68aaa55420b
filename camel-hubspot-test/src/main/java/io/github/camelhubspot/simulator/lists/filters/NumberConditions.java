// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.lists.filters;

import java.math.BigDecimal;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

import io.github.camelhubspot.simulator.error.HubSpotError;

/** What filters ask of numbers. */
final class NumberConditions {

    private NumberConditions() {}

    static Condition of(Operation operation) {
        BigDecimal wanted = number(operation, "value");
        return switch (operation.operator()) {
            case "IS_EQUAL_TO" -> Condition.now(compared(wanted, sign -> sign == 0));
            case "IS_NOT_EQUAL_TO" -> Condition.now(compared(wanted, sign -> sign != 0));
            case "IS_GREATER_THAN" -> Condition.now(compared(wanted, sign -> sign > 0));
            case "IS_GREATER_THAN_OR_EQUAL_TO" -> Condition.now(compared(wanted, sign -> sign >= 0));
            case "IS_LESS_THAN" -> Condition.now(compared(wanted, sign -> sign < 0));
            case "IS_LESS_THAN_OR_EQUAL_TO" -> Condition.now(compared(wanted, sign -> sign <= 0));
            case "HAS_EVER_BEEN_EQUAL_TO" -> Condition.ever(compared(wanted, sign -> sign == 0));
            case "HAS_NEVER_BEEN_EQUAL_TO" -> Condition.never(compared(wanted, sign -> sign == 0));
            default -> throw operation.unknownOperator();
        };
    }

    /** Both bounds belong to the range. */
    static Condition ranged(Operation operation) {
        Predicate<String> within = compared(number(operation, "lowerBound"), sign -> sign >= 0)
                .and(compared(number(operation, "upperBound"), sign -> sign <= 0));
        return switch (operation.operator()) {
            case "IS_BETWEEN" -> Condition.now(within);
            case "IS_NOT_BETWEEN" -> Condition.notNow(within);
            default -> throw operation.unknownOperator();
        };
    }

    private static Predicate<String> compared(BigDecimal wanted, IntPredicate sign) {
        return value -> sign.test(new BigDecimal(value).compareTo(wanted));
    }

    private static BigDecimal number(Operation operation, String field) {
        try {
            return new BigDecimal(operation.text(field));
        } catch (NumberFormatException e) {
            throw HubSpotError.validation(field + " must be a number").exception();
        }
    }
}
