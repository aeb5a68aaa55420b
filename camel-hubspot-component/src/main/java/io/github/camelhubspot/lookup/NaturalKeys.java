// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.lookup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.api.NaturalKey;
import io.github.camelhubspot.client.CallFailure;
import io.github.camelhubspot.client.FailureKind;
import io.github.camelhubspot.client.HubSpotClient;

/**
 * Finds the records that natural keys name, by few calls: those of one type and property together, by a batch read where
 * the property is unique, else by a search, which lags behind writes (see {@link ValueSearch}).
 *
 * <p>Thread-safe.
 */
public final class NaturalKeys {

    private static final int MAX_VALUES = 100;

    private final HubSpotClient client;
    private final KnownKeys known;
    private final RecordLookup unique;
    private final ValueSearch search;
    private final KeyProperties properties;
    private final KeyCreates creates;

    /**
     * The keys of one account.
     *
     * @param known what is known of them already; takes what is found
     */
    public NaturalKeys(HubSpotClient client, KnownKeys known) {
        this.client = client;
        this.known = known;
        this.unique = new RecordLookup(client);
        this.search = new ValueSearch(client);
        this.properties = new KeyProperties(client, known);
        this.creates = new KeyCreates(client, known);
    }

    /** Whether HubSpot itself finds records by a property, so that nothing need be looked up. */
    public CompletableFuture<LookupResult<Boolean>> unique(String objectType, String property) {
        return properties
                .kind(objectType, property)
                .thenApply(kind -> kind.failure() != null
                        ? LookupResult.failed(kind.failure())
                        : LookupResult.found(kind.value() == KeyKind.UNIQUE));
    }

    /**
     * Finds records; those that are known are not asked for.
     *
     * @param keys keys with their types
     * @return what each key names
     */
    public CompletableFuture<Map<NaturalKey, KeyTarget>> find(Collection<NaturalKey> keys) {
        Map<NaturalKey, KeyTarget> found = new ConcurrentHashMap<>();
        List<NaturalKey> unknown = new ArrayList<>();
        for (NaturalKey key : Set.copyOf(keys)) {
            String id = known.id(key, client.nanoTime());
            if (id == null) {
                unknown.add(key);
            } else {
                found.put(key, KeyTarget.found(id));
            }
        }
        return ask(unknown, found);
    }

    /** Finds records whatever is known of them, for calls that a record which is gone would not make fail. */
    public CompletableFuture<Map<NaturalKey, KeyTarget>> findNow(Collection<NaturalKey> keys) {
        return ask(List.copyOf(Set.copyOf(keys)), new ConcurrentHashMap<>()).thenApply(found -> {
            // What the component created itself may not be found yet.
            found.replaceAll((key, target) -> {
                String id = target.missing() ? known.id(key, client.nanoTime()) : null;
                return id == null ? target : KeyTarget.found(id);
            });
            return found;
        });
    }

    /** Creates the records that keys name, each with its property alone; once, however many ask for it at the same time. */
    public CompletableFuture<Map<NaturalKey, KeyTarget>> create(Collection<NaturalKey> keys) {
        Map<NaturalKey, KeyTarget> created = new ConcurrentHashMap<>();
        return all(grouped(keys).stream()
                        .map(group -> properties
                                .kind(group.get(0).objectType(), group.get(0).property())
                                .thenCompose(kind -> {
                                    if (kind.failure() != null) {
                                        group.forEach(key -> created.put(key, KeyTarget.failed(kind.failure())));
                                        return CompletableFuture.<Void>completedFuture(null);
                                    }
                                    return creates.create(group, kind.value() == KeyKind.UNIQUE)
                                            .thenAccept(created::putAll);
                                }))
                        .toList())
                .thenApply(done -> created);
    }

    /** Forgets which record a key named, since HubSpot says that there is none with that id. */
    public void forget(NaturalKey key) {
        known.forget(key);
    }

    private CompletableFuture<Map<NaturalKey, KeyTarget>> ask(List<NaturalKey> keys, Map<NaturalKey, KeyTarget> found) {
        return all(grouped(keys).stream().map(group -> guarded(group, found)).toList())
                .thenApply(done -> found);
    }

    private static Collection<List<NaturalKey>> grouped(Collection<NaturalKey> keys) {
        Map<String, List<NaturalKey>> groups = new LinkedHashMap<>();
        for (NaturalKey key : keys) {
            groups.computeIfAbsent(key.normal().name(), any -> new ArrayList<>())
                    .add(key);
        }
        return groups.values();
    }

    /** A type that cannot even be asked for must not be the end of the others. */
    private CompletableFuture<Void> guarded(List<NaturalKey> group, Map<NaturalKey, KeyTarget> found) {
        try {
            return askFor(group, found);
        } catch (IllegalArgumentException e) {
            CallFailure failure =
                    new CallFailure(FailureKind.VALIDATION, HubSpotError.local(e.getMessage()), false, null);
            group.forEach(key -> found.put(key, KeyTarget.failed(failure)));
            return CompletableFuture.completedFuture(null);
        }
    }

    private CompletableFuture<Void> askFor(List<NaturalKey> group, Map<NaturalKey, KeyTarget> found) {
        NaturalKey any = group.get(0);
        return properties.kind(any.objectType(), any.property()).thenCompose(kind -> {
            if (kind.failure() != null) {
                group.forEach(key -> found.put(key, KeyTarget.failed(kind.failure())));
                return CompletableFuture.completedFuture(null);
            }
            return all(chunks(group, kind.value()).stream()
                    .map(chunk -> askFor(chunk, kind.value(), found))
                    .toList());
        });
    }

    /** As many as one call takes. */
    private static List<List<NaturalKey>> chunks(List<NaturalKey> keys, KeyKind kind) {
        List<List<NaturalKey>> chunks = new ArrayList<>();
        List<NaturalKey> chunk = new ArrayList<>();
        int characters = 0;
        for (NaturalKey key : keys) {
            // With the quotation marks and the comma.
            int length = key.value().length() + 3;
            boolean full = chunk.size() == MAX_VALUES
                    || (kind != KeyKind.UNIQUE && characters + length > ValueSearch.MAX_CHARACTERS);
            if (full && !chunk.isEmpty()) {
                chunks.add(chunk);
                chunk = new ArrayList<>();
                characters = 0;
            }
            chunk.add(key);
            characters += length;
        }
        chunks.add(chunk);
        return chunks;
    }

    private CompletableFuture<Void> askFor(List<NaturalKey> chunk, KeyKind kind, Map<NaturalKey, KeyTarget> found) {
        CompletableFuture<LookupResult<Map<String, List<String>>>> answer =
                kind == KeyKind.UNIQUE ? read(chunk) : search(chunk, kind);
        return answer.thenCompose(result -> {
            CallFailure failure = result.failure();
            if (failure != null && chunk.size() > 1 && !failure.kind().endsRun()) {
                // The value of one may be at fault.
                int middle = chunk.size() / 2;
                return all(List.of(
                        askFor(chunk.subList(0, middle), kind, found),
                        askFor(chunk.subList(middle, chunk.size()), kind, found)));
            }
            for (NaturalKey key : chunk) {
                found.put(
                        key,
                        failure != null
                                ? KeyTarget.failed(failure)
                                : target(key, result.value().get(key.normal().value())));
            }
            return CompletableFuture.completedFuture(null);
        });
    }

    private KeyTarget target(NaturalKey key, List<String> ids) {
        if (ids == null) {
            return KeyTarget.MISSING;
        }
        if (ids.stream().distinct().count() > 1) {
            return KeyTarget.SEVERAL;
        }
        known.found(key, ids.get(0), client.nanoTime());
        return KeyTarget.found(ids.get(0));
    }

    private CompletableFuture<LookupResult<Map<String, List<String>>>> read(List<NaturalKey> chunk) {
        NaturalKey any = chunk.get(0);
        List<String> values = chunk.stream().map(NaturalKey::value).toList();
        return unique.find(any.objectType(), any.property(), values, Set.of()).thenApply(result -> {
            if (result.failure() != null) {
                return LookupResult.failed(result.failure());
            }
            Map<String, List<String>> ids = new LinkedHashMap<>();
            for (NaturalKey key : chunk) {
                JsonNode record = result.value().byValue().get(key.value());
                if (record != null) {
                    ids.put(key.normal().value(), List.of(record.path("id").asText()));
                }
            }
            return LookupResult.found(ids);
        });
    }

    private CompletableFuture<LookupResult<Map<String, List<String>>>> search(List<NaturalKey> chunk, KeyKind kind) {
        NaturalKey any = chunk.get(0);
        List<String> values = chunk.stream()
                .map(key -> ValueSearch.sent(kind, key.value()))
                .distinct()
                .toList();
        return search.find(any.objectType(), any.property(), values);
    }

    private static CompletableFuture<Void> all(List<CompletableFuture<Void>> futures) {
        return CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new));
    }
}
