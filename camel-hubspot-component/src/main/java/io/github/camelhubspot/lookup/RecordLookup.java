// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.lookup;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.api.Json;
import io.github.camelhubspot.api.OperationCatalogue;
import io.github.camelhubspot.client.ApiAnswer;
import io.github.camelhubspot.client.CallFailure;
import io.github.camelhubspot.client.FailureKind;
import io.github.camelhubspot.client.HubSpotClient;

/** Finds records by the values of a unique property, many at once. */
public final class RecordLookup {

    private static final ApiOperation BATCH_GET = OperationCatalogue.find("objects", "batchGet");
    private static final String EMAIL = "email";
    private static final String SECONDARY_EMAILS = "hs_additional_emails";

    private final HubSpotClient client;

    public RecordLookup(HubSpotClient client) {
        this.client = client;
    }

    /**
     * Finds records.
     *
     * @param values the values to find, at most as many as one batch read takes
     * @param properties the properties to read besides those that HubSpot always gives
     */
    public CompletableFuture<LookupResult<FoundRecords>> find(
            String objectType, String idProperty, Collection<String> values, Collection<String> properties) {
        // HubSpot refuses a batch that names a record twice.
        Map<String, String> distinct = new LinkedHashMap<>();
        values.forEach(value -> distinct.putIfAbsent(key(value), value));
        ObjectNode body = Json.MAPPER.createObjectNode();
        ArrayNode inputs = body.putArray("inputs");
        distinct.values().forEach(value -> inputs.addObject().put("id", value));
        body.put("idProperty", idProperty);
        Set<String> read = new LinkedHashSet<>(properties);
        read.add(idProperty);
        alternatives(idProperty).ifPresent(read::add);
        ArrayNode names = body.putArray("properties");
        read.forEach(names::add);
        return client.send(client.newCall(BATCH_GET, name -> objectType, null, body))
                .thenApply(result -> result instanceof ApiAnswer answer
                        ? LookupResult.found(new FoundRecords(byValue(answer.body(), idProperty, values), answer))
                        : nothingOrFailure((CallFailure) result));
    }

    private static LookupResult<FoundRecords> nothingOrFailure(CallFailure failure) {
        // Where no record exists HubSpot answers 207 or 404, and has been seen to do either.
        return failure.kind() == FailureKind.NOT_FOUND
                ? LookupResult.found(FoundRecords.NONE)
                : LookupResult.failed(failure);
    }

    private static Map<String, JsonNode> byValue(JsonNode answer, String idProperty, Collection<String> values) {
        Map<String, JsonNode> byKey = new HashMap<>();
        List<JsonNode> records = List.of();
        if (answer != null) {
            records = answer.path("results").valueStream().toList();
            // HubSpot finds a contact by its secondary addresses too, and answers with the primary one.
            records.forEach(record -> otherValues(idProperty, record).forEach(value -> byKey.put(key(value), record)));
            records.forEach(record ->
                    byKey.put(key(record.path("properties").path(idProperty).asText("")), record));
        }
        Map<String, JsonNode> found = new HashMap<>();
        Set<String> missing = new LinkedHashSet<>();
        for (String value : values) {
            JsonNode record = byKey.get(key(value));
            if (record == null) {
                missing.add(value);
            } else {
                found.put(value, record);
            }
        }
        Set<JsonNode> others = new HashSet<>(records);
        others.removeAll(found.values());
        if (missing.size() == 1 && others.size() == 1) {
            // Whatever the value was taken for: what was asked for is what was found.
            found.put(missing.iterator().next(), others.iterator().next());
        }
        return found;
    }

    /** The property that holds the other values of a unique property by which HubSpot finds a record; empty for none. */
    public static Optional<String> alternatives(String idProperty) {
        return EMAIL.equals(idProperty) ? Optional.of(SECONDARY_EMAILS) : Optional.empty();
    }

    /** Those other values of a record, where they were read: the secondary addresses of a contact. */
    public static Stream<String> otherValues(String idProperty, JsonNode record) {
        return alternatives(idProperty)
                .map(name -> record.path("properties").path(name).asText(""))
                .stream()
                .flatMap(addresses -> Stream.of(addresses.split(";")))
                .map(String::trim)
                .filter(address -> !address.isEmpty());
    }

    /** HubSpot takes some unique values without regard to case, and trims them. */
    private static String key(String value) {
        return value.trim().toLowerCase(Locale.ROOT);
    }
}
