// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.json.Json;

/** The association types between any two object types: HubSpot's own, and the labels that the account defines. */
public final class AssociationTypes {

    // Far above HubSpot's documented ids, for pairs whose ids are not documented.
    private static final int FIRST_UNDOCUMENTED_ID = 10_001;

    private record Pair(String from, String to) {}

    private final JsonNode standard = Json.resource(AssociationTypes.class, "association-types.json");
    private final ObjectTypes objectTypes;
    private final Map<Pair, List<AssociationType>> types = new ConcurrentHashMap<>();
    private final AtomicInteger nextHubSpotId = new AtomicInteger();
    private final AtomicInteger nextUserId = new AtomicInteger();

    public AssociationTypes(ObjectTypes objectTypes) {
        this.objectTypes = objectTypes;
        reset();
    }

    /** Back to HubSpot's own types. */
    public void reset() {
        types.clear();
        nextHubSpotId.set(FIRST_UNDOCUMENTED_ID);
        nextUserId.set(1);
        standard.forEach(this::load);
    }

    private void load(JsonNode row) {
        ObjectType from = objectTypes.resolve(row.get("from").asText());
        ObjectType to = objectTypes.resolve(row.get("to").asText());
        String suffix = row.has("labels") ? "_unlabeled" : "";
        AssociationType plain = add(
                from, to, AssociationType.HUBSPOT_DEFINED, row.get("default").asInt(), suffix, null);
        if (from.equals(to)) {
            plain.pairWith(plain);
        } else {
            int inverseId = row.has("inverse") ? row.get("inverse").asInt() : nextHubSpotId.getAndIncrement();
            plain.pairWith(add(to, from, AssociationType.HUBSPOT_DEFINED, inverseId, suffix, null));
        }
        for (JsonNode label : row.path("labels")) {
            AssociationType labelled = add(
                    from,
                    to,
                    AssociationType.HUBSPOT_DEFINED,
                    label.get("id").asInt(),
                    "",
                    label.get("label").asText());
            if (label.has("inverse")) {
                String inverseLabel = label.get("inverseLabel").asText();
                int inverseId = label.get("inverse").asInt();
                labelled.pairWith(add(to, from, AssociationType.HUBSPOT_DEFINED, inverseId, "", inverseLabel));
            }
        }
    }

    private AssociationType add(
            ObjectType from, ObjectType to, String category, int typeId, String suffix, String label) {
        String name = from.singular() + "_to_" + to.singular() + suffix;
        return add(new AssociationType(from, to, category, typeId, name, label));
    }

    private AssociationType add(AssociationType type) {
        types.computeIfAbsent(new Pair(type.from().id(), type.to().id()), pair -> new CopyOnWriteArrayList<>())
                .add(type);
        return type;
    }

    /** Every type of a pair, the plain one first; a pair that was never named before gets its plain type now. */
    public List<AssociationType> between(ObjectType from, ObjectType to) {
        List<AssociationType> known = types.get(new Pair(from.id(), to.id()));
        return known != null ? known : addPlain(from, to, null);
    }

    /** The types of a pair that has been named before; none of another pair. */
    public List<AssociationType> known(ObjectType from, ObjectType to) {
        return types.getOrDefault(new Pair(from.id(), to.id()), List.of());
    }

    /** Every type of every pair that has been named before. */
    public List<AssociationType> all() {
        return types.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(AssociationType::category).thenComparing(AssociationType::typeId))
                .toList();
    }

    /** Gives a pair that has no plain type one: a pair that was never named before, or one that lost it. */
    private synchronized List<AssociationType> addPlain(ObjectType from, ObjectType to, String name) {
        Pair pair = new Pair(from.id(), to.id());
        if (known(from, to).stream().noneMatch(AssociationType::isPlain)) {
            if (from.has(ObjectType.Trait.NO_ASSOCIATIONS) || to.has(ObjectType.Trait.NO_ASSOCIATIONS)) {
                throw HubSpotError.validation("Associations between " + from.errorName() + " and " + to.errorName()
                                + " cannot be set")
                        .exception();
            }
            boolean custom = from.has(ObjectType.Trait.CUSTOM) || to.has(ObjectType.Trait.CUSTOM);
            AtomicInteger ids = custom ? nextUserId : nextHubSpotId;
            String category = custom ? AssociationType.USER_DEFINED : AssociationType.HUBSPOT_DEFINED;
            AssociationType plain = plain(from, to, category, ids.getAndIncrement(), name);
            plain.pairWith(from.equals(to) ? plain : plain(to, from, category, ids.getAndIncrement(), name));
        }
        return types.get(pair);
    }

    private AssociationType plain(ObjectType from, ObjectType to, String category, int typeId, String name) {
        return name == null
                ? add(from, to, category, typeId, "", null)
                : add(new AssociationType(from, to, category, typeId, name, null));
    }

    /** The plain type of a pair, which gets one if it has none, under the given name; null for the usual one. */
    public synchronized AssociationType define(ObjectType from, ObjectType to, String name) {
        addPlain(from, to, name);
        return plain(from, to);
    }

    /** The type that links have when nobody said more; refuses a pair whose association has been deleted. */
    public AssociationType plain(ObjectType from, ObjectType to) {
        return between(from, to).stream()
                .filter(AssociationType::isPlain)
                .findFirst()
                .orElseThrow(() -> HubSpotError.validation("There is no association defined between " + from.errorName()
                                + " and " + to.errorName())
                        .exception());
    }

    /** The type of that category and id between these two types, in this direction. */
    public Optional<AssociationType> find(ObjectType from, ObjectType to, String category, int typeId) {
        return between(from, to).stream()
                .filter(type -> type.typeId() == typeId && type.category().equals(category))
                .findFirst();
    }

    /** The type of that category and id, whatever it links. */
    public Optional<AssociationType> find(String category, int typeId) {
        return types.values().stream()
                .flatMap(List::stream)
                .filter(type -> type.typeId() == typeId && type.category().equals(category))
                .findFirst();
    }

    /**
     * Defines a label in both directions, the given direction first. Without an inverse label, both directions have the
     * same text; between records of one type they are then one and the same type.
     */
    public synchronized List<AssociationType> defineLabel(
            ObjectType from, ObjectType to, String name, String label, String inverseLabel) {
        addPlain(from, to, null);
        AssociationType forward = userDefined(from, to, name, label);
        List<AssociationType> both = new ArrayList<>(List.of(forward));
        if (from.equals(to) && inverseLabel == null) {
            forward.pairWith(forward);
        } else {
            AssociationType backward = userDefined(to, from, name, inverseLabel == null ? label : inverseLabel);
            forward.pairWith(backward);
            both.add(backward);
        }
        return both;
    }

    private AssociationType userDefined(ObjectType from, ObjectType to, String name, String label) {
        String lowerCase = name.toLowerCase(Locale.ROOT);
        return add(new AssociationType(
                from, to, AssociationType.USER_DEFINED, nextUserId.getAndIncrement(), lowerCase, label));
    }

    /** Changes the text of a label, and of its inverse unless that is null. */
    public void relabel(AssociationType type, String label, String inverseLabel) {
        type.relabel(label);
        if (inverseLabel != null && type.inverse() != null && type.inverse() != type) {
            type.inverse().relabel(inverseLabel);
        }
    }

    /** Forgets every type of an object type that is gone. */
    public void removeAll(ObjectType type) {
        types.keySet()
                .removeIf(pair -> pair.from().equals(type.id()) || pair.to().equals(type.id()));
    }

    /** Removes a type in both directions. */
    public void remove(AssociationType type) {
        between(type.from(), type.to()).remove(type);
        if (type.inverse() != null) {
            between(type.to(), type.from()).remove(type.inverse());
        }
    }
}
