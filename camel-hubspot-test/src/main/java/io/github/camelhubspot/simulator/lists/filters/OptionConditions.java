// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.lists.filters;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What filters ask of the options that are chosen, which semicolons part. */
final class OptionConditions {

    private OptionConditions() {}

    static Condition of(Operation operation) {
        Set<String> wanted = Set.copyOf(operation.texts("values"));
        Predicate<String> any = value -> !Collections.disjoint(chosen(value), wanted);
        Predicate<String> exactly = value -> Set.copyOf(chosen(value)).equals(wanted);
        Predicate<String> all = value -> chosen(value).containsAll(wanted);
        return switch (operation.operator()) {
            case "IS_ANY_OF" -> Condition.now(any);
            case "IS_NONE_OF" -> Condition.notNow(any);
            case "IS_EXACTLY" -> Condition.now(exactly);
            case "IS_NOT_EXACTLY" -> Condition.notNow(exactly);
            case "CONTAINS_ALL" -> Condition.now(all);
            case "DOES_NOT_CONTAIN_ALL" -> Condition.notNow(all);
            case "HAS_EVER_BEEN_ANY_OF" -> Condition.ever(any);
            case "HAS_NEVER_BEEN_ANY_OF" -> Condition.never(any);
            case "HAS_EVER_BEEN_EXACTLY" -> Condition.ever(exactly);
            case "HAS_NEVER_BEEN_EXACTLY" -> Condition.never(exactly);
            case "HAS_EVER_CONTAINED_ALL" -> Condition.ever(all);
            case "HAS_NEVER_CONTAINED_ALL" -> Condition.never(all);
            default -> throw operation.unknownOperator();
        };
    }

    private static List<String> chosen(String value) {
        return List.of(value.split(";"));
    }
}
