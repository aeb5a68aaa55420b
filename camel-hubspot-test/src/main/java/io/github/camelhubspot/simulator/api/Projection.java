// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.api;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

import io.github.camelhubspot.simulator.crm.ObjectStore;
import io.github.camelhubspot.simulator.schema.ObjectType;
import io.github.camelhubspot.simulator.schema.PropertyDefinitions;

/**
 * Which properties an answer shows. Those that are not defined are dropped without a word; the id and the two dates are
 * always there.
 *
 * @param properties the names to show, even without a value; null for all that have one
 * @param history the names to show with their history
 */
record Projection(Collection<String> properties, List<String> history) {

    /** Everything that has a value, as in the answer to a create. */
    static Projection everything() {
        return new Projection(null, List.of());
    }

    /** The named properties; the type's default ones if none are named. */
    static Projection of(ObjectStore store, List<String> properties, List<String> history) {
        ObjectType type = store.type();
        boolean unnamed = properties == null || properties.isEmpty();
        return new Projection(
                shown(store, unnamed ? type.defaultProperties() : properties),
                history == null ? List.of() : defined(store.definitions(), history));
    }

    /** The written properties, as in the answer to an update. */
    static Projection written(ObjectStore store, Collection<String> names) {
        return new Projection(shown(store, names), List.of());
    }

    private static Collection<String> shown(ObjectStore store, Collection<String> names) {
        ObjectType type = store.type();
        TreeSet<String> shown = new TreeSet<>(defined(store.definitions(), names));
        shown.addAll(List.of("hs_object_id", type.createDate(), type.modifiedDate()));
        return shown;
    }

    private static List<String> defined(PropertyDefinitions definitions, Collection<String> names) {
        List<String> defined = new ArrayList<>();
        for (String name : names) {
            if (definitions.get(name) != null) {
                defined.add(name);
            }
        }
        return defined;
    }
}
