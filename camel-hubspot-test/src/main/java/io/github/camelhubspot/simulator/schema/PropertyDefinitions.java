// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.schema;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The property definitions and property groups of one object type. */
public final class PropertyDefinitions {

    private final Map<String, PropertyDefinition> active = new ConcurrentHashMap<>();
    private final Map<String, PropertyDefinition> archived = new ConcurrentHashMap<>();
    private final Map<String, PropertyGroup> groups = new ConcurrentHashMap<>();

    public PropertyDefinitions(List<PropertyDefinition> defaults) {
        defaults.forEach(this::put);
    }

    /** The definition in use, or null. */
    public PropertyDefinition get(String name) {
        return active.get(name);
    }

    public Optional<PropertyDefinition> archived(String name) {
        return Optional.ofNullable(archived.get(name));
    }

    /** Adds or replaces a definition; its group is made if it does not exist, an archived one is revived. */
    public PropertyDefinition put(PropertyDefinition definition) {
        archived.remove(definition.name());
        active.put(definition.name(), definition);
        groups.computeIfAbsent(definition.groupName(), name -> new PropertyGroup(name, name, -1));
        return definition;
    }

    /** Archives a definition if it is in use. */
    public void archive(String name, long now) {
        PropertyDefinition definition = active.remove(name);
        if (definition != null) {
            archived.put(name, definition.withArchivedAt(now));
        }
    }

    /** Definitions sorted by name. */
    public List<PropertyDefinition> list(boolean ofArchived) {
        return (ofArchived ? archived : active)
                .values().stream()
                        .sorted(Comparator.comparing(PropertyDefinition::name))
                        .toList();
    }

    /** The unique properties, by which records can be addressed. */
    public boolean isUnique(String name) {
        PropertyDefinition definition = active.get(name);
        return definition != null && definition.hasUniqueValue();
    }

    public Map<String, PropertyGroup> groups() {
        return groups;
    }
}
