// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.crm;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import io.github.camelhubspot.simulator.schema.AssociationType;

/** The unique values and links that the changes of one batch are about to take, before any of them is applied. */
public final class Claims {

    private record Claim(String property, String value) {}

    private record Linked(AssociationType type, long fromId) {}

    private final Set<Claim> claims = new HashSet<>();
    private final Map<Linked, Integer> links = new HashMap<>();

    /** Takes the value; false if an earlier change of the batch has taken it. */
    boolean take(String property, String value) {
        return claims.add(new Claim(property, value));
    }

    /** Takes a link of a record, and gives how many of that type the batch has taken by now. */
    int takeLink(AssociationType type, long fromId) {
        return links.merge(new Linked(type, fromId), 1, Integer::sum);
    }
}
