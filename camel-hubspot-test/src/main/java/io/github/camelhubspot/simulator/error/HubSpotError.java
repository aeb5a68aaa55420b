// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.error;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.simulator.json.Json;

/** An error as HubSpot reports it: as the whole answer of a call, or as one entry in the answer to a batch. */
public final class HubSpotError {

    public static final String VALIDATION_ERROR = "VALIDATION_ERROR";
    public static final String OBJECT_NOT_FOUND = "OBJECT_NOT_FOUND";
    public static final String OBJECT_ALREADY_EXISTS = "OBJECT_ALREADY_EXISTS";
    public static final String CONFLICT = "CONFLICT";

    private static final String ERROR_TYPE = "errorType";

    private final int status;
    private final String category;
    private final String message;
    private final Map<String, List<String>> context = new LinkedHashMap<>();
    private final Map<String, String> links = new LinkedHashMap<>();
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final List<ErrorDetail> details = new ArrayList<>();
    private String subCategory;

    private HubSpotError(int status, String category, String message) {
        this.status = status;
        this.category = category;
        this.message = message;
    }

    /** An error with the given category; null where HubSpot leaves the category out. */
    public static HubSpotError of(int status, String category, String message) {
        return new HubSpotError(status, category, message);
    }

    public static HubSpotError validation(String message) {
        return of(400, VALIDATION_ERROR, message);
    }

    /** A body that cannot be read; HubSpot gives these no category. */
    public static HubSpotError invalidJson(int line, int column, String problem) {
        return of(400, null, "Invalid input JSON on line " + line + ", column " + column + ": " + problem);
    }

    public static HubSpotError missingField(String field) {
        return invalidJson(1, 2, "Some required fields were not set: [" + field + "]");
    }

    public static HubSpotError notFound() {
        return of(404, OBJECT_NOT_FOUND, "resource not found");
    }

    /** A call with an access token that expired at the first instant, seen at the second. */
    public static HubSpotError expiredToken(Instant at, Instant now) {
        long seconds = Duration.between(at, now).toSeconds();
        return of(
                        401,
                        "EXPIRED_AUTHENTICATION",
                        "The OAuth token used to make this call expired " + seconds + " second(s) ago.")
                .context("expire time", at.toString());
    }

    /**
     * A call over a limit, which has an errorType and a policyName instead of a category.
     *
     * @param policy {@code TEN_SECONDLY_ROLLING}, {@code SECONDLY} or {@code DAILY}
     */
    public static HubSpotError rateLimited(String policy) {
        String limit = policy.toLowerCase(Locale.ROOT);
        return of(429, null, "You have reached your " + limit + " limit.")
                .field(ERROR_TYPE, "RATE_LIMIT")
                .field("policyName", policy)
                .field("groupName", "publicapi:private-apps:api-calls");
    }

    public HubSpotError context(String key, Collection<String> values) {
        context.put(key, List.copyOf(values));
        return this;
    }

    public HubSpotError context(String key, String value) {
        return context(key, List.of(value));
    }

    public HubSpotError detail(ErrorDetail detail) {
        details.add(detail);
        return this;
    }

    public HubSpotError subCategory(String name) {
        subCategory = name;
        return this;
    }

    public HubSpotError link(String name, String address) {
        links.put(name, address);
        return this;
    }

    /** A field beside the usual ones, such as {@code policyName}. */
    public HubSpotError field(String name, String value) {
        fields.put(name, value);
        return this;
    }

    public int status() {
        return status;
    }

    public String category() {
        return category;
    }

    public String message() {
        return message;
    }

    public List<ErrorDetail> details() {
        return List.copyOf(details);
    }

    public HubSpotErrorException exception() {
        return new HubSpotErrorException(this);
    }

    /** The body of an answer that is this error. */
    public ObjectNode toAnswer(String correlationId) {
        ObjectNode json = fill(
                Json.object().put("status", "error").put("message", message).put("correlationId", correlationId));
        // Refusals by a gateway, which are those with an errorType, name the request as well.
        return fields.containsKey(ERROR_TYPE) ? json.put("requestId", correlationId) : json;
    }

    /** The entry in {@code errors} of a batch of which other inputs succeeded. */
    public ObjectNode toBatchEntry() {
        return fill(Json.object().put("status", "error").put("message", message));
    }

    private ObjectNode fill(ObjectNode json) {
        if (category != null) {
            json.put("category", category);
        }
        if (subCategory != null) {
            json.put("subCategory", subCategory);
        }
        fields.forEach(json::put);
        if (!context.isEmpty()) {
            ObjectNode node = json.putObject("context");
            context.forEach((key, values) -> node.set(key, Json.texts(values)));
        }
        if (!links.isEmpty()) {
            links.forEach(json.putObject("links")::put);
        }
        if (!details.isEmpty()) {
            ArrayNode errors = json.putArray("errors");
            details.forEach(detail -> errors.add(detail.toJson()));
        }
        return json;
    }
}
