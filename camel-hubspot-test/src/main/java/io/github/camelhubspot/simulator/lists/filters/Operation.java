// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.lists.filters;

import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.json.Json;

/**
 * What a filter asks of a property.
 *
 * @param type such as {@code NUMBER_RANGED}, which HubSpot's guide writes {@code number-ranged} as well
 * @param json what it is compared with
 */
record Operation(String type, String operator, JsonNode json) {

    static Operation of(JsonNode filter) {
        JsonNode json = filter.path("operation");
        if (!json.isObject()) {
            throw HubSpotError.missingField("operation").exception();
        }
        String type = text(json, "operationType").toUpperCase(Locale.ROOT).replace('-', '_');
        return new Operation(type, text(json, "operator"), json);
    }

    static String text(JsonNode json, String field) {
        String text = Json.text(json.get(field));
        if (text == null || text.isEmpty()) {
            throw HubSpotError.missingField(field).exception();
        }
        return text;
    }

    String text(String field) {
        return text(json, field);
    }

    List<String> texts(String field) {
        List<String> texts = Json.texts(json.get(field));
        if (texts.isEmpty() || texts.contains(null)) {
            throw HubSpotError.missingField(field).exception();
        }
        return texts;
    }

    /** Whether a record passes that has no value for the property. */
    boolean includesUnset() {
        return json.path("includeObjectsWithNoValueSet").asBoolean();
    }

    /** Whether it is about when the value was written, and not about the value. */
    boolean isAboutUpdates() {
        return json.path("propertyParser").asText("VALUE").equals("UPDATED_AT");
    }

    RuntimeException unknownOperator() {
        return HubSpotError.validation(
                        "The simulator does not know the operator " + operator + " for operations of type " + type)
                .exception();
    }
}
