// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.api.HubSpotError.Detail;
import io.github.camelhubspot.api.Json;

/** Reads HubSpot's error bodies, of which every field may be missing. */
public final class ErrorReader {

    private ErrorReader() {}

    /**
     * The error that an answer, or one entry of a batch's {@code errors}, tells of.
     *
     * @param status the HTTP status of the answer
     * @param json the error; null or no object where the answer held none
     * @param correlationId the correlation id of the answer's header; null where there was none
     */
    public static HubSpotError read(int status, JsonNode json, String correlationId) {
        if (json == null || !json.isObject()) {
            return new HubSpotError(
                    status,
                    null,
                    null,
                    "HTTP status " + status + " without a HubSpot error",
                    correlationId,
                    null,
                    null,
                    null);
        }
        String message = text(json, "message");
        List<Detail> details = details(json.path("errors"));
        if (details.isEmpty() && message != null) {
            details = detailsInMessage(message);
        }
        return new HubSpotError(
                status,
                category(json),
                subCategory(json),
                message == null ? "HTTP status " + status : message,
                json.hasNonNull("correlationId") ? text(json, "correlationId") : correlationId,
                context(json.path("context")),
                details,
                text(json, "policyName"));
    }

    /** The same, from the bytes of an answer, which may be no JSON at all. */
    static HubSpotError read(int status, byte[] body, String correlationId) {
        JsonNode json = null;
        try {
            json = body.length == 0 ? null : Json.MAPPER.readTree(body);
        } catch (java.io.IOException e) {
            // HubSpot's edge answers in HTML at times: the status is all there is to tell.
        }
        return read(status, json, correlationId);
    }

    private static String category(JsonNode json) {
        String category = text(json, "category");
        return category != null ? category : text(json, "errorType");
    }

    /** Declared as an object, seen as a text. */
    private static String subCategory(JsonNode json) {
        JsonNode value = json.path("subCategory");
        return value.isObject() ? text(value, "name") : text(json, "subCategory");
    }

    private static List<Detail> details(JsonNode errors) {
        List<Detail> details = new ArrayList<>();
        for (JsonNode error : errors) {
            details.add(new Detail(
                    text(error, "message"),
                    error.hasNonNull("code") ? text(error, "code") : text(error, "error"),
                    error.hasNonNull("in") ? text(error, "in") : text(error, "name"),
                    subCategory(error),
                    context(error.path("context"))));
        }
        return details;
    }

    /** HubSpot hides the refused properties as JSON behind a colon, at times with no {@code errors} beside it. */
    private static List<Detail> detailsInMessage(String message) {
        int start = message.indexOf("[{");
        if (start < 0) {
            return List.of();
        }
        try {
            JsonNode array = Json.MAPPER.readTree(message.substring(start));
            return array.isArray() ? details(array) : List.of();
        } catch (JsonProcessingException e) {
            return List.of();
        }
    }

    private static Map<String, List<String>> context(JsonNode context) {
        Map<String, List<String>> result = new LinkedHashMap<>();
        context.properties().forEach(field -> {
            List<String> values = new ArrayList<>();
            if (field.getValue().isArray()) {
                field.getValue().forEach(value -> values.add(value.asText()));
            } else if (!field.getValue().isNull()) {
                values.add(field.getValue().asText());
            }
            result.put(field.getKey(), values);
        });
        return result;
    }

    private static String text(JsonNode json, String field) {
        JsonNode value = json.path(field);
        return value.isValueNode() && !value.isNull() ? value.asText() : null;
    }
}
