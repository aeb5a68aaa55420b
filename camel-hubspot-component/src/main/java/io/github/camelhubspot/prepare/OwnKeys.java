// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.prepare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.api.NaturalKey;
import io.github.camelhubspot.client.CallFailure;
import io.github.camelhubspot.lookup.KeyTarget;
import io.github.camelhubspot.lookup.LookupResult;
import io.github.camelhubspot.lookup.NaturalKeys;

/**
 * Finds the records that are themselves named by a natural key: by HubSpot's own {@code idProperty}, where the operation
 * takes it and the property is unique, so that nothing is looked up; else by their ids.
 */
public final class OwnKeys implements Preparation {

    private final String objectType;
    private final boolean takesIdProperty;
    private final NaturalKeys keys;

    /**
     * A preparation.
     *
     * @param objectType the type of the records
     * @param takesIdProperty whether the operation can name records by a unique property
     */
    public OwnKeys(String objectType, boolean takesIdProperty, NaturalKeys keys) {
        this.objectType = objectType;
        this.takesIdProperty = takesIdProperty;
        this.keys = keys;
    }

    @Override
    public CompletableFuture<Void> prepare(List<Draft> drafts) {
        Map<Draft, NaturalKey> keyed = new LinkedHashMap<>();
        for (Draft draft : drafts) {
            NaturalKey key = draft.open() ? draft.record().key() : null;
            try {
                if (key != null) {
                    keyed.put(draft, key.inType(objectType));
                }
            } catch (IllegalArgumentException e) {
                draft.refuse(HubSpotError.local(e.getMessage()));
            }
        }
        CompletableFuture<Void> ready = CompletableFuture.completedFuture(null);
        if (keyed.isEmpty()) {
            return ready;
        }
        if (takesIdProperty) {
            for (String property :
                    keyed.values().stream().map(NaturalKey::property).distinct().toList()) {
                ready = ready.thenCompose(done -> keys.unique(objectType, property))
                        .thenAccept(unique -> byProperty(keyed, property, unique));
            }
        }
        return ready.thenCompose(done -> byId(keyed));
    }

    private static void byProperty(Map<Draft, NaturalKey> keyed, String property, LookupResult<Boolean> unique) {
        keyed.forEach((draft, key) -> {
            if (!key.property().equals(property)) {
                return;
            }
            if (unique.failure() != null) {
                draft.fail(unique.failure());
            } else if (unique.value()) {
                draft.change(draft.record().named(key.value(), property));
            }
        });
    }

    private CompletableFuture<Void> byId(Map<Draft, NaturalKey> keyed) {
        List<NaturalKey> wanted = Targets.distinct(keyed.entrySet().stream()
                .filter(entry -> stillKeyed(entry.getKey()))
                .map(Map.Entry::getValue));
        if (wanted.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        return keys.findNow(wanted)
                .thenAccept(found -> keyed.forEach((draft, key) -> {
                    if (stillKeyed(draft)) {
                        KeyTarget target = found.get(key);
                        CallFailure failure = Targets.ownFailure(key, target);
                        if (failure != null) {
                            draft.fail(failure);
                        } else {
                            draft.change(draft.record().named(target.id(), null));
                        }
                    }
                }));
    }

    private static boolean stillKeyed(Draft draft) {
        return draft.open() && draft.record().key() != null;
    }
}
