// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.simulator.json.Json;

/** One choice of an enumeration. */
public record PropertyOption(String value, String label, String description, int displayOrder, boolean hidden) {

    public static PropertyOption of(String value, int displayOrder) {
        return new PropertyOption(value, value, "", displayOrder, false);
    }

    public ObjectNode toJson() {
        return Json.object()
                .put("label", label)
                .put("value", value)
                .put("description", description)
                .put("displayOrder", displayOrder)
                .put("hidden", hidden);
    }
}
