// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.api;

import java.util.List;

/** The rows of the resource {@code schemas}: the definitions of custom objects. */
final class SchemaOperations {

    private static final String SCHEMA = "/{objectType}";

    private SchemaOperations() {}

    static List<ApiOperation> rows() {
        return List.of(
                row("create", HttpMethod.POST, "")
                        .takes(InputShape.DEFINITION)
                        .notRepeatable()
                        .row("Define a custom object"),
                row("get", HttpMethod.GET, SCHEMA)
                        .uses(OptionNames.NOT_FOUND)
                        .row("Read the definition of an object type, with its properties and associations"),
                row("update", HttpMethod.PATCH, SCHEMA)
                        .takes(InputShape.DEFINITION)
                        .row("Change what the body names of a custom object's definition"),
                row("archive", HttpMethod.DELETE, SCHEMA)
                        .query(OptionNames.ARCHIVED)
                        .row(
                                "Archive the definition of a custom object without records; with archived=true, one that is archived"
                                        + " for good"),
                row("list", HttpMethod.GET, "")
                        .gives(OutputShape.LIST)
                        .query(OptionNames.ARCHIVED)
                        .parameters(
                                "includeAssociationDefinitions", "includeAuditMetadata", "includePropertyDefinitions")
                        .row("Read the definitions of all custom objects"),
                row("createAssociation", HttpMethod.POST, SCHEMA + "/associations")
                        .takes(InputShape.DEFINITION)
                        .notRepeatable()
                        .row("Let the records of a custom object be linked to those of another type"),
                row("deleteAssociation", HttpMethod.DELETE, SCHEMA + "/associations/{objectId}")
                        .row("Take such a possibility away; objectId is the id of the association"));
    }

    private static ApiOperation.Builder row(String name, HttpMethod method, String rest) {
        return new ApiOperation.Builder(
                "schemas",
                name,
                method,
                "/crm-object-schemas/v3/schemas" + rest,
                "/crm-object-schemas/{version}/schemas" + rest);
    }
}
