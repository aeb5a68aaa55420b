// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.schema;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The schemas of the account's custom objects, those in use and those that are archived. */
public final class ObjectSchemas {

    private final ObjectTypes types;
    private final Map<String, ObjectSchema> active = new ConcurrentHashMap<>();
    private final Map<String, ObjectSchema> archived = new ConcurrentHashMap<>();

    public ObjectSchemas(ObjectTypes types) {
        this.types = types;
    }

    public void reset() {
        active.clear();
        archived.clear();
    }

    /** Adds a schema, or puts it in the place of its earlier self. */
    public ObjectSchema put(ObjectSchema schema) {
        types.replace(schema.type());
        active.put(schema.type().id(), schema);
        return schema;
    }

    /** Schemas in the order of their creation. */
    public List<ObjectSchema> list(boolean ofArchived) {
        return (ofArchived ? archived : active)
                .values().stream()
                        .sorted(Comparator.comparing(
                                schema -> schema.type().id(),
                                Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder())))
                        .toList();
    }

    /** The schema in use that defines this type; none for HubSpot's own types. */
    public Optional<ObjectSchema> of(ObjectType type) {
        return Optional.ofNullable(active.get(type.id()));
    }

    /** The archived schema of that object type id or name in paths. */
    public Optional<ObjectSchema> archived(String typeName) {
        return list(true).stream()
                .filter(schema -> schema.type().id().equals(typeName)
                        || schema.type().names().contains(typeName))
                .findFirst();
    }

    /** Archives a schema: its object type is there no longer. */
    public void archive(ObjectSchema schema, long now) {
        types.remove(schema.type());
        active.remove(schema.type().id());
        archived.put(schema.type().id(), schema.archivedAt(now));
    }

    /** Forgets an archived schema. */
    public void purge(ObjectSchema schema) {
        archived.remove(schema.type().id());
    }
}
