// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.api;

import java.util.List;

import static io.github.camelhubspot.api.OptionNames.BATCH;

/** The rows of the resource {@code properties}: the definitions of properties and their groups. */
final class PropertyOperations {

    private static final int BATCH_INPUTS = 100;

    private PropertyOperations() {}

    static List<ApiOperation> rows() {
        return List.of(
                row("create", HttpMethod.POST, "")
                        .takes(InputShape.DEFINITION)
                        .notRepeatable()
                        .resultId("/name")
                        .row("Define a property"),
                row("get", HttpMethod.GET, "/{objectId}")
                        .query(OptionNames.ARCHIVED)
                        .parameters("dataSensitivity", "locale")
                        .uses(OptionNames.NOT_FOUND)
                        .resultId("/name")
                        .row("Read the definition of a property; objectId is its name"),
                row("update", HttpMethod.PATCH, "/{objectId}")
                        .takes(InputShape.DEFINITION)
                        .resultId("/name")
                        .row("Change the definition of a property; objectId is its name"),
                row("archive", HttpMethod.DELETE, "/{objectId}")
                        .row("Archive the definition of a property; objectId is its name"),
                row("list", HttpMethod.GET, "")
                        .gives(OutputShape.LIST)
                        .query(OptionNames.ARCHIVED)
                        .parameters("dataSensitivity", "locale")
                        .row("Read the definitions of all properties of a type"),
                row("jsonSchema", HttpMethod.GET, "")
                        .gives(OutputShape.JSON_SCHEMA)
                        .parameters("dataSensitivity", "locale")
                        .row("Read the properties of a type as a JSON Schema of its records"),
                many("batchCreate", "/batch/create", InputShape.DEFINITIONS)
                        .notRepeatable()
                        .row("Define many properties"),
                many("batchGet", "/batch/read", InputShape.NAMES)
                        .does(Effect.READ)
                        .uses(OptionNames.ARCHIVED)
                        .row("Read the definitions of many properties, by their names"),
                many("batchArchive", "/batch/archive", InputShape.NAMES)
                        .does(Effect.REMOVE)
                        .row("Archive the definitions of many properties, by their names"),
                row("createGroup", HttpMethod.POST, "/groups")
                        .takes(InputShape.DEFINITION)
                        .notRepeatable()
                        .resultId("/name")
                        .row("Create a group of properties"),
                row("getGroup", HttpMethod.GET, "/groups/{groupName}")
                        .uses(OptionNames.NOT_FOUND)
                        .resultId("/name")
                        .row("Read a group of properties"),
                row("updateGroup", HttpMethod.PATCH, "/groups/{groupName}")
                        .takes(InputShape.DEFINITION)
                        .resultId("/name")
                        .row("Change a group of properties"),
                row("archiveGroup", HttpMethod.DELETE, "/groups/{groupName}")
                        .row("Remove a group that has no properties any more"),
                row("listGroups", HttpMethod.GET, "/groups")
                        .gives(OutputShape.LIST)
                        .row("Read all groups of properties of a type"));
    }

    private static ApiOperation.Builder many(String name, String rest, InputShape input) {
        return row(name, HttpMethod.POST, rest)
                .takes(input)
                .gives(OutputShape.OUTCOMES)
                .atMost(BATCH_INPUTS)
                .keyedBy("name")
                .uses(BATCH);
    }

    private static ApiOperation.Builder row(String name, HttpMethod method, String rest) {
        return new ApiOperation.Builder(
                "properties",
                name,
                method,
                "/crm/v3/properties/{objectType}" + rest,
                "/crm/properties/{version}/{objectType}" + rest);
    }
}
