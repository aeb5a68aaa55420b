// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.lookup;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.api.ObjectTypes;
import io.github.camelhubspot.api.OperationCatalogue;
import io.github.camelhubspot.client.ApiAnswer;
import io.github.camelhubspot.client.CallFailure;
import io.github.camelhubspot.client.FailureKind;
import io.github.camelhubspot.client.HubSpotClient;

/**
 * What properties an object type has, as HubSpot's definitions say.
 *
 * <p>Properties that hold sensitive data are read only where one is missing among the others: most accounts have none, and
 * HubSpot refuses to tell of them without scopes of their own. Thread-safe.
 */
public final class PropertySchemas {

    private static final ApiOperation LIST = OperationCatalogue.find("properties", "list");

    /** What HubSpot says where a schema that allowed the value is out of date. */
    private static final Set<String> CONTRADICTIONS = Set.of("PROPERTY_DOESNT_EXIST", "INVALID_OPTION");

    private final HubSpotClient client;
    private final SchemaCache cache;

    /**
     * The schemas of one account.
     *
     * @param cache the schemas that were read already; takes those that are read
     */
    public PropertySchemas(HubSpotClient client, SchemaCache cache) {
        this.client = client;
        this.cache = cache;
    }

    /** The schema of a type. */
    public CompletableFuture<LookupResult<PropertySchema>> of(String objectType) {
        return unlessStopped(cache.of(key(objectType), () -> read(objectType, "")), () -> of(objectType));
    }

    /** The schema after a doubt about properties: whether they have got other options, or are not read-only any more. */
    public CompletableFuture<LookupResult<PropertySchema>> inDoubt(String objectType, Collection<String> properties) {
        return unlessStopped(
                cache.again(key(objectType), properties, () -> read(objectType, "")), () -> of(objectType));
    }

    /** The schema after properties were missing in it, those with sensitive data among it. */
    public CompletableFuture<LookupResult<PropertySchema>> missing(String objectType, Collection<String> properties) {
        // The usual ones last: their success ends what the account's health has against the reading of properties.
        Supplier<CompletableFuture<LookupResult<PropertySchema>>> all =
                () -> read(objectType, "sensitive").thenCompose(sensitive -> read(objectType, "highly_sensitive")
                        .thenCompose(highly -> read(objectType, "").thenApply(usual -> and(usual, sensitive, highly))));
        return unlessStopped(cache.again(key(objectType), properties, all), () -> of(objectType));
    }

    /** Takes into account that HubSpot refused a record: a schema that it contradicts is read anew. */
    public void refused(String objectType, HubSpotError error) {
        List<String> properties = error.details().stream()
                .filter(detail -> detail.code() != null && CONTRADICTIONS.contains(detail.code()))
                .flatMap(detail -> detail.propertyName().stream())
                .toList();
        if (!properties.isEmpty()) {
            cache.contradicted(key(objectType), properties);
        }
    }

    private static String key(String objectType) {
        return ObjectTypes.id(objectType);
    }

    /** Another message's route may have been stopped while its reading was shared. */
    private static CompletableFuture<LookupResult<PropertySchema>> unlessStopped(
            SchemaCache.Asked asked, Supplier<CompletableFuture<LookupResult<PropertySchema>>> otherwise) {
        return asked.result()
                .thenCompose(result ->
                        result.failure() != null && result.failure().kind() == FailureKind.STOPPED && !asked.own()
                                ? otherwise.get()
                                : CompletableFuture.completedFuture(result));
    }

    private static LookupResult<PropertySchema> and(
            LookupResult<PropertySchema> usual,
            LookupResult<PropertySchema> sensitive,
            LookupResult<PropertySchema> highly) {
        if (usual.failure() != null) {
            return usual;
        }
        PropertySchema schema = usual.value();
        schema = sensitive.value() == null ? schema : schema.and(sensitive.value());
        return LookupResult.found(highly.value() == null ? schema : schema.and(highly.value()));
    }

    private CompletableFuture<LookupResult<PropertySchema>> read(String objectType, String sensitivity) {
        String query = sensitivity.isEmpty() ? null : "dataSensitivity=" + sensitivity;
        return client.send(client.newCall(LIST, name -> objectType, query, null))
                .thenApply(result -> {
                    if (result instanceof ApiAnswer answer) {
                        return answer.body() == null
                                ? LookupResult.failed(CallFailure.withoutResult(answer, FailureKind.UNAVAILABLE))
                                : LookupResult.found(
                                        PropertySchema.of(answer.body().path("results")));
                    }
                    CallFailure failure = (CallFailure) result;
                    return LookupResult.failed(
                            failure.kind() == FailureKind.MISSING_SCOPE ? missingScope(objectType, failure) : failure);
                });
    }

    /** HubSpot does not always name the scope. */
    private static CallFailure missingScope(String objectType, CallFailure failure) {
        HubSpotError error = failure.error();
        List<String> scopes = error.missingScopes();
        if (scopes.isEmpty()) {
            boolean own = !ObjectTypes.id(objectType).startsWith("0-");
            scopes = List.of("crm.schemas." + (own ? "custom" : ObjectTypes.plural(objectType)) + ".read");
        }
        HubSpotError named = new HubSpotError(
                0,
                error.category(),
                error.subCategory(),
                "The properties of the object type cannot be read, which validate and dryRun need: the access token lacks"
                        + " the scopes " + scopes,
                error.correlationId(),
                Map.of("requiredGranularScopes", scopes),
                null,
                null);
        return new CallFailure(FailureKind.MISSING_SCOPE, named, false, null);
    }
}
