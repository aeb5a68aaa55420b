// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.lookup;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.github.camelhubspot.api.NaturalKey;

/**
 * What is known of the natural keys of one account: the ids that they named lately, what kind of properties they have, and
 * which records are being created for them. That a record does not exist is not remembered.
 *
 * <p>Bounded in size and age. Thread-safe.
 */
public final class KnownKeys {

    private static final int KEPT = 10_000;
    private static final int KEPT_PROPERTIES = 1_000;
    private static final long AGE = Duration.ofMinutes(10).toNanos();

    private final Map<NaturalKey, Known<String>> ids = bounded(KEPT);
    private final Map<String, Known<KeyKind>> kinds = bounded(KEPT_PROPERTIES);
    private final Map<NaturalKey, CompletableFuture<KeyTarget>> creations = new HashMap<>();

    private static <K, V> Map<K, V> bounded(int most) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /** The id of the record that a key names; null where it is not known. */
    synchronized String id(NaturalKey key, long now) {
        return fresh(ids, key.normal(), now);
    }

    synchronized void found(NaturalKey key, String id, long now) {
        ids.put(key.normal(), new Known<>(id, now));
    }

    synchronized void forget(NaturalKey key) {
        ids.remove(key.normal());
    }

    /** The kind of a property by which records are named; null where it is not known. */
    synchronized KeyKind kind(String objectType, String property, long now) {
        return fresh(kinds, name(objectType, property), now);
    }

    synchronized void kind(String objectType, String property, KeyKind kind, long now) {
        kinds.put(name(objectType, property), new Known<>(kind, now));
    }

    private static String name(String objectType, String property) {
        return new NaturalKey(objectType, property, "").normal().name();
    }

    private static <K, V> V fresh(Map<K, Known<V>> known, K key, long now) {
        Known<V> value = known.get(key);
        if (value != null && now - value.at > AGE) {
            known.remove(key);
            return null;
        }
        return value == null ? null : value.value;
    }

    /**
     * Claims the creation of a record, so that nobody else creates it meanwhile.
     *
     * @return the creation of somebody else, or what is known by now; null where it is the caller's to {@link #created end}
     */
    synchronized CompletableFuture<KeyTarget> claim(NaturalKey key, long now) {
        String id = id(key, now);
        if (id != null) {
            return CompletableFuture.completedFuture(KeyTarget.found(id));
        }
        CompletableFuture<KeyTarget> running = creations.get(key.normal());
        if (running == null) {
            creations.put(key.normal(), new CompletableFuture<>());
        }
        return running;
    }

    /** Ends a creation that was claimed. */
    void created(NaturalKey key, KeyTarget target, long now) {
        CompletableFuture<KeyTarget> waiting;
        synchronized (this) {
            waiting = creations.remove(key.normal());
            if (target.id() != null) {
                found(key, target.id(), now);
            }
        }
        if (waiting != null) {
            waiting.complete(target);
        }
    }

    private record Known<V>(V value, long at) {}
}
