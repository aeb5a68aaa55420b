// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Something that a sender should know of a record that was written all the same.
 *
 * @param category what it is, such as {@code PROPERTY_VALUE_NORMALIZED}, which HubSpot says from version 2026-09 on where it
 *     changed a date to its own form
 * @param message what happened, in HubSpot's words or the component's
 * @param context what it is about, such as {@code propertyName}; it may hold values of the record
 */
public record HubSpotWarning(String category, String message, Map<String, String> context) {

    public HubSpotWarning {
        context = context == null ? Map.of() : Map.copyOf(context);
    }

    /** The warnings that HubSpot gives with a record; empty where it gives none. */
    public static List<HubSpotWarning> in(JsonNode record) {
        List<HubSpotWarning> warnings = new ArrayList<>();
        if (record != null) {
            record.path("warnings").forEach(warning -> warnings.add(of(warning)));
        }
        return warnings;
    }

    private static HubSpotWarning of(JsonNode warning) {
        Map<String, String> context = new LinkedHashMap<>();
        warning.path("context").properties().forEach(field -> context.put(field.getKey(), text(field.getValue())));
        return new HubSpotWarning(
                warning.path("category").asText(null), warning.path("message").asText(null), context);
    }

    /** HubSpot's errors have lists where its warnings have texts. */
    private static String text(JsonNode value) {
        return value.isArray()
                ? String.join(";", value.valueStream().map(JsonNode::asText).toList())
                : value.asText();
    }
}
