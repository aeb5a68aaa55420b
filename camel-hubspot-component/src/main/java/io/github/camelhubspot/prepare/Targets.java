// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.prepare;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.api.HubSpotWarning;
import io.github.camelhubspot.api.NaturalKey;
import io.github.camelhubspot.client.CallFailure;
import io.github.camelhubspot.client.FailureKind;
import io.github.camelhubspot.lookup.KeyTarget;
import io.github.camelhubspot.lookup.NaturalKeys;

/** Finds the records that links lead to, and creates those that do not exist, where {@code missingTarget} says so. */
final class Targets {

    /** What the error or warning of a link says whose target does not exist. */
    static final String TARGET_NOT_FOUND = "TARGET_NOT_FOUND";

    private static final String SEVERAL_TARGETS = "SEVERAL_TARGETS";
    private static final String OBJECT_NOT_FOUND = "OBJECT_NOT_FOUND";

    private final NaturalKeys keys;
    private final MissingTarget missing;

    Targets(NaturalKeys keys, MissingTarget missing) {
        this.keys = keys;
        this.missing = missing;
    }

    /** What keys name, after creations. */
    CompletableFuture<Map<NaturalKey, KeyTarget>> of(Collection<NaturalKey> wanted) {
        return keys.find(wanted).thenCompose(found -> {
            List<NaturalKey> absent = found.entrySet().stream()
                    .filter(entry -> entry.getValue().missing())
                    .map(Map.Entry::getKey)
                    .toList();
            if (absent.isEmpty() || missing != MissingTarget.CREATE) {
                return CompletableFuture.completedFuture(found);
            }
            return keys.create(absent).thenApply(created -> {
                found.putAll(created);
                return found;
            });
        });
    }

    /** Whether a link is left out, since its target does not exist. */
    boolean leavesOut(KeyTarget target) {
        return target.missing() && missing == MissingTarget.SKIP;
    }

    /** Forgets what a key named, where a refusal shows that its record is gone. */
    boolean forget(NaturalKey key, String id, HubSpotError error) {
        boolean gone = id != null && contexts(error).anyMatch(text -> names(text, id));
        if (gone) {
            keys.forget(key);
        }
        return gone;
    }

    /** HubSpot names records that do not exist as in {@code COMPANY=42 is not valid}. */
    private static boolean names(String text, String id) {
        return text.contains("=" + id + " ");
    }

    private static Stream<String> contexts(HubSpotError error) {
        return Stream.concat(
                        Stream.of(error.context()), error.details().stream().map(HubSpotError.Detail::context))
                .flatMap(context -> context.getOrDefault("INVALID_OBJECT_IDS", List.of()).stream());
    }

    /**
     * Why a link cannot be written; null where it can.
     *
     * @param name what messages call the link, or its end
     */
    static CallFailure failure(String name, NaturalKey key, KeyTarget target) {
        if (target.missing()) {
            return failure(FailureKind.NOT_FOUND, TARGET_NOT_FOUND, name + ": " + absent(key));
        }
        return target.several() ? several(name + ": ", key) : target.failure();
    }

    /** Why a record cannot be found that is named by a key itself; null where it can. */
    static CallFailure ownFailure(NaturalKey key, KeyTarget target) {
        if (target.missing()) {
            return failure(FailureKind.NOT_FOUND, OBJECT_NOT_FOUND, absent(key));
        }
        return target.several() ? several("", key) : target.failure();
    }

    static HubSpotWarning warning(String name, NaturalKey key) {
        return new HubSpotWarning(
                TARGET_NOT_FOUND,
                name + " was left out: " + absent(key),
                Map.of("objectType", key.objectType(), "propertyName", key.property()));
    }

    private static String absent(NaturalKey key) {
        return "no record of " + key.objectType() + " has this value of '" + key.property() + "'";
    }

    private static CallFailure several(String name, NaturalKey key) {
        return failure(
                FailureKind.VALIDATION,
                SEVERAL_TARGETS,
                name + "several records of " + key.objectType() + " have this value of '" + key.property()
                        + "'; name the record by its id, or by a unique property");
    }

    private static CallFailure failure(FailureKind kind, String category, String message) {
        return new CallFailure(kind, new HubSpotError(0, category, null, message, null, null, null, null), false, null);
    }

    static List<NaturalKey> distinct(Stream<NaturalKey> some) {
        return some.filter(key -> key != null).distinct().collect(Collectors.toList());
    }
}
