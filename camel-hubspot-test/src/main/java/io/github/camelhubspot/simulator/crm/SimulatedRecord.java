// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.crm;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

import io.github.camelhubspot.simulator.schema.ObjectType;

/** A CRM record as it was when it was read: it does not change when the record does. */
public final class SimulatedRecord {

    private final ObjectType type;
    private final long id;
    private final PropertyValues values;
    private final long createdAt;
    private final long updatedAt;
    private final long archivedAt;

    private SimulatedRecord(
            ObjectType type, long id, PropertyValues values, long createdAt, long updatedAt, long archivedAt) {
        this.type = type;
        this.id = id;
        this.values = values;
        this.createdAt = createdAt;
        this.updatedAt = updatedAt;
        this.archivedAt = archivedAt;
    }

    static SimulatedRecord create(ObjectType type, long id, Map<String, String> properties, long now) {
        return new SimulatedRecord(type, id, PropertyValues.NONE, now, now, 0).updated(properties, now);
    }

    /** With changed properties, the modified date among them. */
    SimulatedRecord updated(Map<String, String> changes, long now) {
        return new SimulatedRecord(type, id, values.with(changes, now), createdAt, now, archivedAt);
    }

    SimulatedRecord archivedAt(long now) {
        return new SimulatedRecord(type, id, values, createdAt, now, now);
    }

    /** As it was at the given time; empty if it did not exist. */
    public Optional<SimulatedRecord> at(long time) {
        if (updatedAt <= time) {
            return Optional.of(this);
        }
        if (createdAt > time) {
            return Optional.empty();
        }
        PropertyValues then = values.at(time);
        PropertyValue modified = then.get(type.modifiedDate());
        long updatedThen = modified == null ? createdAt : modified.timestamp();
        return Optional.of(new SimulatedRecord(type, id, then, createdAt, updatedThen, archivedAt));
    }

    /** The record id: digits. */
    public String id() {
        return Long.toString(id);
    }

    public long numericId() {
        return id;
    }

    public ObjectType type() {
        return type;
    }

    public String objectTypeId() {
        return type.id();
    }

    /** All properties that have a value, sorted by name. */
    public Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        forEachProperty((name, value) -> {
            if (!value.value().isEmpty()) {
                properties.put(name, value.value());
            }
        });
        return Collections.unmodifiableMap(properties);
    }

    /** The value of a property; null if it has none. */
    public String property(String name) {
        PropertyValue value = values.get(name);
        return value == null || value.value().isEmpty() ? null : value.value();
    }

    /** The versions of a property, newest first; a cleared value is an empty text. */
    public List<PropertyValue> history(String name) {
        PropertyValue value = values.get(name);
        return value == null ? List.of() : value.history();
    }

    public void forEachProperty(BiConsumer<String, PropertyValue> action) {
        values.forEach(action);
    }

    public Instant createdAt() {
        return Instant.ofEpochMilli(createdAt);
    }

    public Instant updatedAt() {
        return Instant.ofEpochMilli(updatedAt);
    }

    public boolean archived() {
        return archivedAt != 0;
    }

    /** When it was archived; null if it is not. */
    public Instant archivedAt() {
        return archived() ? Instant.ofEpochMilli(archivedAt) : null;
    }

    @Override
    public String toString() {
        return type.singular() + " " + id + " " + properties();
    }
}
