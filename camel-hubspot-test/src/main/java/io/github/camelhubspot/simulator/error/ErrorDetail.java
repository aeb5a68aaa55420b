// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.error;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.simulator.json.Json;

/** One entry of the list {@code errors} in HubSpot's error body. */
public record ErrorDetail(String message, String code, String in, Map<String, List<String>> context) {

    /** What is wrong with the value of one property. */
    public static ErrorDetail ofProperty(String property, String code, String message) {
        return new ErrorDetail(message, code, null, Map.of("propertyName", List.of(property)));
    }

    ObjectNode toJson() {
        ObjectNode json = Json.object().put("message", message);
        if (code != null) {
            json.put("code", code);
        }
        if (in != null) {
            json.put("in", in);
        }
        if (!context.isEmpty()) {
            ObjectNode node = json.putObject("context");
            context.forEach((key, values) -> node.set(key, Json.texts(values)));
        }
        return json;
    }
}
