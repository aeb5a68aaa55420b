// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.schema;

import java.util.List;

/**
 * The definition of a custom object, apart from its properties and associations.
 *
 * @param type the object type that it defines, which knows what is required and what is searched
 * @param name the name that the account gave it
 * @param description null for none
 * @param primaryDisplayProperty the property that stands for a record; null where nobody said
 * @param createdAt epoch milliseconds
 */
public record ObjectSchema(
        ObjectType type,
        String name,
        String singularLabel,
        String pluralLabel,
        String description,
        String primaryDisplayProperty,
        List<String> secondaryDisplayProperties,
        boolean allowsSensitiveProperties,
        long createdAt,
        long updatedAt,
        boolean archived) {

    /** Archived at the given time. */
    ObjectSchema archivedAt(long now) {
        return new ObjectSchema(
                type,
                name,
                singularLabel,
                pluralLabel,
                description,
                primaryDisplayProperty,
                secondaryDisplayProperties,
                allowsSensitiveProperties,
                createdAt,
                now,
                true);
    }
}
