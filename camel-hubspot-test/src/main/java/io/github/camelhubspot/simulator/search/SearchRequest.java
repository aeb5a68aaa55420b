// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.search;

import java.util.List;

/**
 * What a search looks for.
 *
 * @param groups the filters: all of a group, in any of the groups
 * @param query the text to look for; null for none
 * @param sort the order; null for the order of creation
 */
public record SearchRequest(List<List<Filter>> groups, String query, Sort sort) {

    /** One property to sort by. */
    record Sort(String property, boolean descending) {}

    boolean hasAssociationFilter() {
        return groups.stream().flatMap(List::stream).anyMatch(filter -> filter.property()
                .startsWith(FilterCompiler.ASSOCIATIONS));
    }
}
