// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.lookup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.api.Json;
import io.github.camelhubspot.api.ObjectTypes;
import io.github.camelhubspot.api.OperationCatalogue;
import io.github.camelhubspot.client.ApiAnswer;
import io.github.camelhubspot.client.CallFailure;
import io.github.camelhubspot.client.FailureKind;
import io.github.camelhubspot.client.HubSpotClient;

/**
 * Association types by their labels, as HubSpot's label lists have them; each list is read once and again when a label is
 * missing in it.
 *
 * <p>Thread-safe.
 */
public final class AssociationLabels {

    private static final ApiOperation LABELS = OperationCatalogue.find("associations", "labels");

    private final HubSpotClient client;
    private final Map<String, JsonNode> listsByPair;

    /**
     * The types of one account.
     *
     * @param listsByPair the lists that were read already; takes those that are read
     */
    public AssociationLabels(HubSpotClient client, Map<String, JsonNode> listsByPair) {
        this.client = client;
        this.listsByPair = listsByPair;
    }

    /**
     * The type that a label stands for, or that links without a label have.
     *
     * @param label the label; null for links without one
     * @return a list with the one type; or a failure that lists the labels there are, or the categories that share it
     */
    public CompletableFuture<LookupResult<ArrayNode>> types(String objectType, String toObjectType, String label) {
        String pair = ObjectTypes.plural(objectType) + '/' + ObjectTypes.plural(toObjectType);
        // The names of a type share its list.
        String key = ObjectTypes.id(objectType) + '/' + ObjectTypes.id(toObjectType);
        JsonNode known = listsByPair.get(key);
        if (known != null && !matching(known, label).isEmpty()) {
            return CompletableFuture.completedFuture(pick(known, label, pair));
        }
        return client.send(client.newCall(
                        LABELS, name -> name.equals("objectType") ? objectType : toObjectType, null, null))
                .thenApply(result -> {
                    if (result instanceof ApiAnswer answer && answer.body() != null) {
                        JsonNode list = answer.body().path("results");
                        listsByPair.put(key, list);
                        return pick(list, label, pair);
                    }
                    return result instanceof CallFailure failure
                            ? LookupResult.failed(failure)
                            : refused("HubSpot gave no list of the labels of " + pair);
                });
    }

    private static LookupResult<ArrayNode> pick(JsonNode list, String label, String pair) {
        List<JsonNode> matches = matching(list, label);
        if (matches.size() == 1) {
            JsonNode type = matches.get(0);
            ObjectNode spec = Json.MAPPER
                    .createObjectNode()
                    .put("associationCategory", type.path("category").asText())
                    .put("associationTypeId", type.path("typeId").asInt());
            return LookupResult.found(Json.MAPPER.createArrayNode().add(spec));
        }
        if (matches.isEmpty() && label == null) {
            return refused("HubSpot has no type for links without a label from " + pair.replace("/", " to ")
                    + "; give the link a label or types");
        }
        if (matches.isEmpty()) {
            String there = StreamSupport.stream(list.spliterator(), false)
                    .filter(type -> type.hasNonNull("label"))
                    .map(type -> "'" + type.get("label").asText() + "'")
                    .collect(Collectors.joining(", "));
            return refused("The association label '" + label + "' does not exist from " + pair.replace("/", " to ")
                    + (there.isEmpty() ? "; there are no labels" : "; there are " + there));
        }
        return refused("The association label '" + label + "' exists more than once from " + pair.replace("/", " to ")
                + ": "
                + matches.stream()
                        .map(type -> type.path("category").asText() + " "
                                + type.path("typeId").asText())
                        .collect(Collectors.joining(", "))
                + "; name the type by associationCategory and associationTypeId");
    }

    private static List<JsonNode> matching(JsonNode list, String label) {
        List<JsonNode> matches = new ArrayList<>();
        for (JsonNode type : list) {
            if (Objects.equals(label, type.path("label").asText(null))) {
                matches.add(type);
            }
        }
        if (label == null && matches.size() > 1) {
            // Types without a label differ in nothing that a sender could name; HubSpot's own is what it links by.
            return matches.stream()
                    .filter(type -> type.path("category").asText().equals("HUBSPOT_DEFINED"))
                    .findFirst()
                    .or(() -> Optional.of(matches.get(0)))
                    .stream()
                    .toList();
        }
        return matches;
    }

    private static LookupResult<ArrayNode> refused(String message) {
        return LookupResult.failed(new CallFailure(FailureKind.VALIDATION, HubSpotError.local(message), false, null));
    }
}
