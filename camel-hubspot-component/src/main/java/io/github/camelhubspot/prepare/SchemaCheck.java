// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.prepare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.api.HubSpotWarning;
import io.github.camelhubspot.lookup.LookupResult;
import io.github.camelhubspot.lookup.PropertySchema;
import io.github.camelhubspot.lookup.PropertySchemas;

/**
 * Checks records against the properties of their type, as the option {@code validate} asks for.
 *
 * <p>What HubSpot requires of a record is not checked: it depends on rules that no definition tells of.
 */
public final class SchemaCheck implements Preparation {

    /** The category of a warning that says that a record could not be checked. */
    public static final String NOT_CHECKED = "NOT_CHECKED";

    private final String objectType;
    private final PropertySchemas schemas;
    private final boolean strict;
    private final ValueCheck check;
    private final Executor workers;

    /**
     * A check.
     *
     * @param strict whether what HubSpot would refuse is refused; else a warning tells of it
     * @param normalisesDates whether HubSpot takes dates in any form
     * @param workers goes on when the properties were read
     */
    public SchemaCheck(
            String objectType, PropertySchemas schemas, boolean strict, boolean normalisesDates, Executor workers) {
        this.objectType = objectType;
        this.schemas = schemas;
        this.strict = strict;
        this.check = new ValueCheck(normalisesDates);
        this.workers = workers;
    }

    @Override
    public CompletableFuture<Void> prepare(List<Draft> drafts) {
        return then(schemas.of(objectType), result -> {
            if (result.failure() != null) {
                return judge(drafts, result);
            }
            Set<String> doubtful = new LinkedHashSet<>();
            Set<String> missing = new LinkedHashSet<>();
            drafts.stream()
                    .flatMap(draft -> faults(draft, result.value()).stream())
                    .forEach(fault -> (fault.code().equals(ValueCheck.UNKNOWN_PROPERTY) ? missing : doubtful)
                            .add(fault.propertyName().orElseThrow()));
            if (!missing.isEmpty()) {
                return then(schemas.missing(objectType, missing), again -> judge(drafts, again));
            }
            return doubtful.isEmpty()
                    ? CompletableFuture.completedFuture(null)
                    : then(schemas.inDoubt(objectType, doubtful), again -> judge(drafts, again));
        });
    }

    private CompletableFuture<Void> then(
            CompletableFuture<LookupResult<PropertySchema>> schema,
            Function<LookupResult<PropertySchema>, CompletableFuture<Void>> next) {
        // The call's slot must not wait for the check of many records.
        return schema.isDone() ? schema.thenCompose(next) : schema.thenComposeAsync(next, workers);
    }

    private CompletableFuture<Void> judge(List<Draft> drafts, LookupResult<PropertySchema> result) {
        for (Draft draft : drafts) {
            if (result.failure() == null) {
                judge(draft, faults(draft, result.value()));
            } else if (strict) {
                draft.fail(result.failure());
            } else {
                draft.warn(new HubSpotWarning(
                        NOT_CHECKED,
                        "The record was not checked: "
                                + result.failure().error().message(),
                        Map.of()));
            }
        }
        return CompletableFuture.completedFuture(null);
    }

    private List<HubSpotError.Detail> faults(Draft draft, PropertySchema schema) {
        return check.faults(schema, draft.record().properties());
    }

    private void judge(Draft draft, List<HubSpotError.Detail> faults) {
        if (faults.isEmpty()) {
            return;
        }
        if (strict) {
            draft.refuse(new HubSpotError(
                    0, "VALIDATION_ERROR", null, message(faults), null, Map.of(), new ArrayList<>(faults), null));
            return;
        }
        faults.forEach(fault -> draft.warn(new HubSpotWarning(
                fault.code(),
                fault.message(),
                Map.of("propertyName", fault.propertyName().orElseThrow()))));
    }

    private static String message(List<HubSpotError.Detail> faults) {
        return "Property values were not valid: "
                + faults.stream().map(HubSpotError.Detail::message).collect(Collectors.joining("; "));
    }
}
