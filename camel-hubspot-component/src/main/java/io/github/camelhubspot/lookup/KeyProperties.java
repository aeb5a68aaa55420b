// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.lookup;

import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.api.ObjectTypes;
import io.github.camelhubspot.api.OperationCatalogue;
import io.github.camelhubspot.api.OptionNames;
import io.github.camelhubspot.client.ApiAnswer;
import io.github.camelhubspot.client.CallFailure;
import io.github.camelhubspot.client.CallResult;
import io.github.camelhubspot.client.FailureKind;
import io.github.camelhubspot.client.HubSpotClient;

/** Tells which properties are unique, by their definitions, each of which is read once. */
final class KeyProperties {

    private static final ApiOperation GET = OperationCatalogue.find("properties", "get");
    private static final String CONTACTS = ObjectTypes.id("contacts");

    private final HubSpotClient client;
    private final KnownKeys known;

    KeyProperties(HubSpotClient client, KnownKeys known) {
        this.client = client;
        this.known = known;
    }

    CompletableFuture<LookupResult<KeyKind>> kind(String objectType, String property) {
        boolean email = property.equals("email") && CONTACTS.equals(ObjectTypes.id(objectType));
        // HubSpot finds contacts by it, whatever its definition says.
        KeyKind kind = email ? KeyKind.UNIQUE : known.kind(objectType, property, client.nanoTime());
        if (kind != null) {
            return CompletableFuture.completedFuture(LookupResult.found(kind));
        }
        return client.send(client.newCall(
                        GET, name -> name.equals(OptionNames.OBJECT_ID) ? property : objectType, null, null))
                .thenApply(result -> take(objectType, property, result));
    }

    private LookupResult<KeyKind> take(String objectType, String property, CallResult result) {
        if (result instanceof CallFailure failure) {
            return switch (failure.kind()) {
                case NOT_FOUND -> LookupResult.failed(unknown(objectType, property));
                // Records can be searched for all the same.
                case MISSING_SCOPE -> found(objectType, property, KeyKind.TEXT);
                default -> LookupResult.failed(failure);
            };
        }
        JsonNode definition = ((ApiAnswer) result).body();
        if (definition == null) {
            return LookupResult.failed(CallFailure.withoutResult((ApiAnswer) result, FailureKind.UNAVAILABLE));
        }
        return found(objectType, property, kind(definition));
    }

    private LookupResult<KeyKind> found(String objectType, String property, KeyKind kind) {
        known.kind(objectType, property, kind, client.nanoTime());
        return LookupResult.found(kind);
    }

    private static KeyKind kind(JsonNode definition) {
        if (definition.path("hasUniqueValue").asBoolean()) {
            return KeyKind.UNIQUE;
        }
        String type = definition.path("type").asText();
        return type.equals("string") || type.equals("phone_number") ? KeyKind.TEXT : KeyKind.OTHER;
    }

    private static CallFailure unknown(String objectType, String property) {
        String message = "The object type " + objectType + " has no property '" + property
                + "', by which a record is named; correct the key";
        return new CallFailure(FailureKind.VALIDATION, HubSpotError.local(message), false, null);
    }
}
