// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.crm;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

import io.github.camelhubspot.simulator.schema.ObjectType;
import io.github.camelhubspot.simulator.schema.PropertyDefinitions;

/** The records of one object type, in the order of their creation. Writers hold the lock of {@link Crm}. */
public final class ObjectStore {

    private volatile ObjectType type;
    private final PropertyDefinitions definitions;
    private final UniqueValues uniqueValues;
    private final ConcurrentNavigableMap<Long, SimulatedRecord> live = new ConcurrentSkipListMap<>();
    private final ConcurrentNavigableMap<Long, SimulatedRecord> archived = new ConcurrentSkipListMap<>();
    private final Map<Long, Long> mergedInto = new ConcurrentHashMap<>();
    private final AtomicLong version = new AtomicLong();

    ObjectStore(ObjectType type, PropertyDefinitions definitions) {
        this.type = type;
        this.definitions = definitions;
        this.uniqueValues = new UniqueValues(definitions);
    }

    public ObjectType type() {
        return type;
    }

    /** The same type with other rules. */
    void type(ObjectType changed) {
        type = changed;
    }

    public PropertyDefinitions definitions() {
        return definitions;
    }

    /** Live or archived records from the given id on, in the order of their creation. */
    public Collection<SimulatedRecord> from(long id, boolean ofArchived) {
        return (ofArchived ? archived : live).tailMap(id, true).values();
    }

    /** How often the records of this type have changed. */
    public long version() {
        return version.get();
    }

    /** The live record with this very id. */
    public Optional<SimulatedRecord> exact(long id) {
        return Optional.ofNullable(live.get(id));
    }

    public Optional<SimulatedRecord> archived(long id) {
        return Optional.ofNullable(archived.get(id));
    }

    /** The live record with this id, or the one that it was merged into. */
    public Optional<SimulatedRecord> current(long id) {
        Long now = id;
        while (now != null && !live.containsKey(now)) {
            now = mergedInto.get(now);
        }
        return now == null ? Optional.empty() : exact(now);
    }

    /** The live record that has this value in a unique property. */
    public Optional<SimulatedRecord> byUnique(String property, String value) {
        Long owner = uniqueValues.owner(property, value);
        return owner == null ? Optional.empty() : exact(owner);
    }

    UniqueValues uniqueValues() {
        return uniqueValues;
    }

    /** Adds a record, or puts it in the place of its earlier self. */
    void put(SimulatedRecord changed) {
        SimulatedRecord before = live.get(changed.numericId());
        live.put(changed.numericId(), changed);
        if (before == null) {
            uniqueValues.add(changed);
        } else {
            uniqueValues.replace(before, changed);
        }
        version.incrementAndGet();
    }

    /** Takes a record out of the live ones; its unique values are free again. */
    Optional<SimulatedRecord> remove(long id) {
        SimulatedRecord removed = live.remove(id);
        if (removed == null) {
            return Optional.empty();
        }
        uniqueValues.remove(removed);
        version.incrementAndGet();
        return Optional.of(removed);
    }

    void archive(SimulatedRecord removed) {
        archived.put(removed.numericId(), removed);
    }

    void forget(long id) {
        archived.remove(id);
    }

    void mergedInto(long oldId, long newId) {
        mergedInto.put(oldId, newId);
    }

    /** Indexes the values of a property that has become unique. */
    void reindex() {
        uniqueValues.clear();
        live.values().forEach(uniqueValues::add);
    }
}
