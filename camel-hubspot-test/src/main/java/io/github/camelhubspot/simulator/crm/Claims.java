// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.crm;

import java.util.HashSet;
import java.util.Set;

/** The unique values that the changes of one batch are about to take, before any of them is applied. */
public final class Claims {

    private record Claim(String property, String value) {}

    private final Set<Claim> claims = new HashSet<>();

    /** Takes the value; false if an earlier change of the batch has taken it. */
    boolean take(String property, String value) {
        return claims.add(new Claim(property, value));
    }
}
