// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.crm;

import java.util.List;

import io.github.camelhubspot.simulator.schema.ObjectType;
import io.github.camelhubspot.simulator.schema.PropertyDefinition;

/**
 * A schema as a call hands it in. In a change, what is null stays as it is.
 *
 * @param clearDescription takes the description away
 * @param properties the properties of a new schema
 * @param associated the types whose records can be linked to those of a new schema
 */
public record SchemaInput(
        String name,
        String singularLabel,
        String pluralLabel,
        String description,
        boolean clearDescription,
        String primaryDisplayProperty,
        List<String> secondaryDisplayProperties,
        List<String> searchableProperties,
        List<String> requiredProperties,
        Boolean allowsSensitiveProperties,
        List<PropertyDefinition> properties,
        List<ObjectType> associated,
        boolean associatedWithItself) {

    /** The group of properties that name no other. */
    public String ownGroup() {
        return name + "_information";
    }
}
