// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.crm;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.schema.ObjectSchema;
import io.github.camelhubspot.simulator.schema.ObjectSchemas;
import io.github.camelhubspot.simulator.schema.PropertyDefinition;
import io.github.camelhubspot.simulator.schema.PropertyDefinitions;

/** What HubSpot refuses in the schema of a custom object. */
final class SchemaRules {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    private static final int LONGEST_NAME = 50;
    private static final int MOST_SEARCHABLE = 20;

    private final ObjectSchemas schemas;

    SchemaRules(ObjectSchemas schemas) {
        this.schemas = schemas;
    }

    /** The schema in use that has this very name. */
    Optional<ObjectSchema> ofName(String name) {
        return schemas.list(false).stream()
                .filter(schema -> schema.name().equals(name))
                .findFirst();
    }

    /** @param standard the properties that every custom object has */
    void checkCreate(SchemaInput input, Set<String> standard) {
        checkName(input.name());
        if (input.primaryDisplayProperty() == null) {
            throw refusal(
                    "A primary display property is required", "ObjectSchemaError.PRIMARY_DISPLAY_PROPERTY_REQUIRED");
        }
        if (schemas.list(false).stream().anyMatch(schema -> schema.name().equalsIgnoreCase(input.name()))) {
            throw HubSpotError.of(409, HubSpotError.OBJECT_ALREADY_EXISTS, input.name() + " already exists")
                    .subCategory("InboundDbObjectTypeError.OBJECT_TYPE_ALREADY_EXIST")
                    .exception();
        }
        Set<String> own = new HashSet<>();
        for (PropertyDefinition property : input.properties()) {
            if (!own.add(property.name()) || standard.contains(property.name())) {
                throw HubSpotError.of(
                                409,
                                HubSpotError.OBJECT_ALREADY_EXISTS,
                                "A property named '" + property.name() + "' already exists.")
                        .subCategory("Properties.PROPERTY_WITH_NAME_EXISTS")
                        .exception();
            }
        }
        checkProperties(input, name -> own.contains(name) || standard.contains(name));
    }

    void checkUpdate(ObjectSchema before, SchemaInput change, PropertyDefinitions definitions) {
        if (Boolean.FALSE.equals(change.allowsSensitiveProperties()) && before.allowsSensitiveProperties()) {
            throw refusal(
                    "Support of sensitive properties cannot be turned off",
                    "InboundDbObjectTypeError.SENSITIVE_PROPERTIES_SUPPORT_CANNOT_BE_TURNED_OFF");
        }
        checkProperties(change, name -> definitions.get(name) != null);
    }

    private static void checkName(String name) {
        if (!NAME.matcher(name).matches() || name.length() > LONGEST_NAME) {
            throw refusal("invalid object type name " + name, "InboundDbObjectTypeError.OBJECT_TYPE_NAME_FORMAT");
        }
    }

    /** Whatever a schema names must be a property of it. */
    private static void checkProperties(SchemaInput input, Predicate<String> exists) {
        String primary = input.primaryDisplayProperty();
        if (primary != null && !exists.test(primary)) {
            throw refusal(
                    "Invalid primary display property " + primary,
                    "ObjectSchemasSandboxesSyncErrorType.INVALID_PRIMARY_DISPLAY_PROPERTY");
        }
        checkAll("secondaryDisplayProperties", input.secondaryDisplayProperties(), exists);
        checkAll("requiredProperties", input.requiredProperties(), exists);
        checkAll("searchableProperties", input.searchableProperties(), exists);
        if (input.searchableProperties() != null && input.searchableProperties().size() > MOST_SEARCHABLE) {
            throw HubSpotError.validation("searchableProperties may name at most " + MOST_SEARCHABLE + " properties")
                    .exception();
        }
    }

    private static void checkAll(String field, List<String> names, Predicate<String> exists) {
        List<String> unknown = new ArrayList<>(names == null ? List.of() : names);
        unknown.removeIf(exists);
        if (!unknown.isEmpty()) {
            throw HubSpotError.validation("Invalid " + field + ": " + String.join(", ", unknown))
                    .context(field, unknown)
                    .exception();
        }
    }

    private static RuntimeException refusal(String message, String subCategory) {
        return HubSpotError.validation(message).subCategory(subCategory).exception();
    }
}
