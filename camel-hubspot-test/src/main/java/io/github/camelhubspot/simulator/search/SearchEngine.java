// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.search;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import io.github.camelhubspot.simulator.crm.Crm;
import io.github.camelhubspot.simulator.crm.ObjectStore;
import io.github.camelhubspot.simulator.crm.SimulatedRecord;
import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.error.HubSpotErrorException;
import io.github.camelhubspot.simulator.settings.SimulatorSettings;

/** Finds records, in the state that the search index has of them. */
public final class SearchEngine {

    /** How many hits a search can be paged through. */
    public static final int WINDOW = 10_000;

    private static final int REMEMBERED_SEARCHES = 8;

    /** What a search found: how many records, and as many of them as can be paged through. */
    public record Hits(int total, List<SimulatedRecord> records) {}

    private record Key(ObjectStore store, long version, SearchRequest request) {}

    private final Crm crm;
    private final SimulatorSettings settings;
    private final Clock clock;

    /** The latest searches: the pages of one are asked for one after the other, and each would look at all records. */
    private final Map<Key, Hits> remembered = new LinkedHashMap<>();

    public SearchEngine(Crm crm, SimulatorSettings settings, Clock clock) {
        this.crm = crm;
        this.settings = settings;
        this.clock = clock;
    }

    public Hits search(ObjectStore store, SearchRequest request) {
        boolean lagging = !settings.searchIndexLag().isZero();
        if (lagging || request.hasAssociationFilter()) {
            return find(store, request, lagging);
        }
        Key key = new Key(store, store.version(), request);
        Hits known = recall(key);
        if (known == null) {
            known = find(store, request, false);
            remember(key, known);
        }
        return known;
    }

    private synchronized Hits recall(Key key) {
        return remembered.get(key);
    }

    private synchronized void remember(Key key, Hits hits) {
        remembered.put(key, hits);
        if (remembered.size() > REMEMBERED_SEARCHES) {
            remembered.remove(remembered.keySet().iterator().next());
        }
    }

    private Hits find(ObjectStore store, SearchRequest request, boolean lagging) {
        List<SimulatedRecord> found = records(store, request, lagging);
        int total = found.size();
        return new Hits(total, total > WINDOW ? List.copyOf(found.subList(0, WINDOW)) : found);
    }

    /** All that a search finds, beyond what can be paged through too. */
    public List<SimulatedRecord> all(ObjectStore store, SearchRequest request) {
        return records(store, request, !settings.searchIndexLag().isZero());
    }

    private List<SimulatedRecord> records(ObjectStore store, SearchRequest request, boolean lagging) {
        Predicate<SimulatedRecord> wanted =
                new FilterCompiler(crm, store).compile(request.groups()).and(query(store, request.query()));
        Comparator<SimulatedRecord> order = order(store, request.sort());
        long indexedUntil = clock.millis() - settings.searchIndexLag().toMillis();
        List<SimulatedRecord> found = new ArrayList<>();
        for (SimulatedRecord current : store.from(firstId(request), false)) {
            Optional<SimulatedRecord> indexed = lagging ? current.at(indexedUntil) : Optional.of(current);
            indexed.filter(wanted).ifPresent(found::add);
        }
        if (order != null) {
            found.sort(order);
        }
        return found;
    }

    /** The id below which nothing can match: walking through all records by their ids would be slow otherwise. */
    private static long firstId(SearchRequest request) {
        if (request.groups().size() != 1) {
            return 0;
        }
        return request.groups().get(0).stream()
                .filter(filter -> filter.property().equals("hs_object_id") && filter.value() != null)
                .filter(filter -> filter.operator() == Operator.GT || filter.operator() == Operator.GTE)
                .mapToLong(filter -> Crm.recordId(filter.value()).orElse(0))
                .max()
                .orElse(0);
    }

    private static Predicate<SimulatedRecord> query(ObjectStore store, String query) {
        if (query == null) {
            return any -> true;
        }
        List<String> words = List.of(query.trim().toLowerCase(Locale.ROOT).split("\\s+"));
        List<String> searchable = store.type().searchable();
        return found -> words.stream().allMatch(word -> searchable.stream()
                .map(found::property)
                .anyMatch(
                        value -> value != null && value.toLowerCase(Locale.ROOT).contains(word)));
    }

    private static Comparator<SimulatedRecord> order(ObjectStore store, SearchRequest.Sort sort) {
        return sort == null ? null : order(SearchField.of(store, sort.property()), sort.descending());
    }

    private static <T extends Comparable<T>> Comparator<SimulatedRecord> order(
            SearchField<T> field, boolean descending) {
        Comparator<T> values = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return Comparator.comparing(field.ofRecord(), Comparator.nullsLast(values));
    }

    /** The text with which HubSpot refuses a search for nearly every reason. */
    static HubSpotErrorException problem() {
        return HubSpotError.validation("There was a problem with the request.").exception();
    }
}
