// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.crm;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import io.github.camelhubspot.simulator.json.Json;
import io.github.camelhubspot.simulator.schema.ObjectType;

/** Applies checked changes, and sets what HubSpot itself sets: ids, dates, and a few properties of new records. */
public final class RecordWriter {

    // Larger than an int on purpose: record ids are text, and real ones are this long.
    private static final long FIRST_ID = 10_000_000_001L;

    private final Clock clock;
    private final Links links;
    private final AtomicLong nextId = new AtomicLong(FIRST_ID);

    RecordWriter(Clock clock, Links links) {
        this.clock = clock;
        this.links = links;
    }

    void reset() {
        nextId.set(FIRST_ID);
    }

    /** Makes the change and gives the record as it is now. */
    public SimulatedRecord apply(Change change) {
        return change.creates() ? create(change) : update(change.store(), change.before(), change.values());
    }

    private SimulatedRecord create(Change change) {
        SimulatedRecord created = create(change.store(), change.values());
        change.links().forEach(link -> links.label(created, link.to(), link.toId(), link.types()));
        return created;
    }

    SimulatedRecord create(ObjectStore store, Map<String, String> values) {
        long now = clock.millis();
        long id = nextId.getAndIncrement();
        SimulatedRecord created =
                SimulatedRecord.create(store.type(), id, withServerValues(store.type(), values, id, now), now);
        store.put(created);
        return created;
    }

    private static Map<String, String> withServerValues(
            ObjectType type, Map<String, String> values, long id, long now) {
        Map<String, String> all = new LinkedHashMap<>(values);
        all.values().removeIf(String::isEmpty);
        all.put("hs_object_id", Long.toString(id));
        all.put("hs_object_source", "INTEGRATION");
        all.put(type.createDate(), Json.time(now));
        all.put(type.modifiedDate(), Json.time(now));
        switch (type.id()) {
            case "0-1" -> {
                all.put("hs_all_contact_vids", Long.toString(id));
                all.put("hs_is_contact", "true");
                all.putIfAbsent("lifecyclestage", "lead");
            }
            case "0-5" -> all.put("hs_ticket_id", Long.toString(id));
            default -> {
                // The other types get no more.
            }
        }
        return all;
    }

    SimulatedRecord update(ObjectStore store, SimulatedRecord checked, Map<String, String> values) {
        // An earlier change of the same batch may have come between the check and now.
        SimulatedRecord before = store.exact(checked.numericId()).orElse(checked);
        long now = Math.max(clock.millis(), before.updatedAt().toEpochMilli());
        Map<String, String> all = new LinkedHashMap<>(values);
        all.put(store.type().modifiedDate(), Json.time(now));
        SimulatedRecord updated = before.updated(all, now);
        store.put(updated);
        return updated;
    }

    /** Archives a record with its links; nothing happens if there is no such record. */
    public void archive(ObjectStore store, long id) {
        store.remove(id).ifPresent(removed -> {
            store.archive(removed.archivedAt(clock.millis()));
            links.removeAll(removed);
        });
    }

    /** Deletes a live or archived record for good; false if there is none. */
    public boolean purge(ObjectStore store, long id) {
        boolean existed = store.archived(id).isPresent();
        store.forget(id);
        return store.remove(id)
                .map(removed -> {
                    links.removeAll(removed);
                    return true;
                })
                .orElse(existed);
    }
}
