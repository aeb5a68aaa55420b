// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.api;

import java.util.List;

/** The rows of the resource {@code properties}: the definitions of properties. */
final class PropertyOperations {

    private PropertyOperations() {}

    static List<ApiOperation> rows() {
        return List.of(
                row("create", HttpMethod.POST, "")
                        .takes(InputShape.DEFINITION)
                        .notRepeatable()
                        .row("Define a property"),
                row("get", HttpMethod.GET, "/{objectId}")
                        .query(OptionNames.ARCHIVED)
                        .uses(OptionNames.NOT_FOUND)
                        .row("Read the definition of a property; objectId is its name"),
                row("archive", HttpMethod.DELETE, "/{objectId}")
                        .row("Archive the definition of a property; objectId is its name"),
                row("list", HttpMethod.GET, "")
                        .gives(OutputShape.LIST)
                        .query(OptionNames.ARCHIVED)
                        .row("Read the definitions of all properties of a type"));
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
