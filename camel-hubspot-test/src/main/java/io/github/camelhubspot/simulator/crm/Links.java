// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.crm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import io.github.camelhubspot.simulator.schema.AssociationType;
import io.github.camelhubspot.simulator.schema.AssociationTypes;
import io.github.camelhubspot.simulator.schema.ObjectType;

/** The links between records, each kept in both directions. */
public final class Links {

    private record Pair(String from, String to) {}

    private final AssociationTypes types;
    private final Map<Pair, Map<Long, NavigableMap<Long, List<AssociationType>>>> links = new HashMap<>();

    Links(AssociationTypes types) {
        this.types = types;
    }

    synchronized void reset() {
        links.clear();
    }

    /** Links two records without a label; labels that the link has stay. */
    public synchronized void link(SimulatedRecord from, SimulatedRecord to) {
        List<AssociationType> present = typesOf(from.type(), from.numericId(), to.type(), to.numericId());
        if (present.isEmpty()) {
            label(from, to.type(), to.numericId(), List.of());
        }
    }

    /** Links two records with exactly these labels beside the plain type, whatever labels the link had. */
    public synchronized void label(
            SimulatedRecord from, ObjectType toType, long toId, Collection<AssociationType> labels) {
        Set<AssociationType> forward = new LinkedHashSet<>();
        forward.add(types.plain(from.type(), toType));
        forward.addAll(labels);
        put(from.type(), from.numericId(), toType, toId, forward);
    }

    private void put(ObjectType fromType, long fromId, ObjectType toType, long toId, Set<AssociationType> forward) {
        List<AssociationType> backward = forward.stream()
                .map(AssociationType::inverse)
                .filter(Objects::nonNull)
                .toList();
        direction(fromType, fromId, toType).put(toId, List.copyOf(forward));
        direction(toType, toId, fromType).put(fromId, backward);
    }

    private NavigableMap<Long, List<AssociationType>> direction(ObjectType from, long fromId, ObjectType to) {
        return links.computeIfAbsent(new Pair(from.id(), to.id()), pair -> new HashMap<>())
                .computeIfAbsent(fromId, id -> new TreeMap<>());
    }

    /** Takes labels off a link; with the plain type gone, the link is gone. */
    public synchronized void unlabel(
            ObjectType fromType, long fromId, ObjectType toType, long toId, Collection<AssociationType> labels) {
        Set<AssociationType> kept = new LinkedHashSet<>(typesOf(fromType, fromId, toType, toId));
        if (kept.isEmpty()) {
            return;
        }
        kept.removeAll(Set.copyOf(labels));
        if (kept.contains(types.plain(fromType, toType))) {
            put(fromType, fromId, toType, toId, kept);
        } else {
            unlink(fromType, fromId, toType, toId);
        }
    }

    /** Removes the link of two records with all its types. */
    public synchronized void unlink(ObjectType fromType, long fromId, ObjectType toType, long toId) {
        remove(fromType, fromId, toType, toId);
        remove(toType, toId, fromType, fromId);
    }

    private void remove(ObjectType from, long fromId, ObjectType to, long toId) {
        Map<Long, NavigableMap<Long, List<AssociationType>>> pair = links.get(new Pair(from.id(), to.id()));
        NavigableMap<Long, List<AssociationType>> ofRecord = pair == null ? null : pair.get(fromId);
        if (ofRecord != null && ofRecord.remove(toId) != null && ofRecord.isEmpty()) {
            pair.remove(fromId);
        }
    }

    /** The types of one link; empty if the records are not linked. */
    public synchronized List<AssociationType> typesOf(ObjectType fromType, long fromId, ObjectType toType, long toId) {
        return ofRecord(fromType, fromId, toType).getOrDefault(toId, List.of());
    }

    /** How many links of that type a record has. */
    synchronized int count(AssociationType type, long fromId) {
        NavigableMap<Long, List<AssociationType>> all = ofRecord(type.from(), fromId, type.to());
        return type.isPlain()
                ? all.size()
                : (int) all.values().stream()
                        .filter(present -> present.contains(type))
                        .count();
    }

    /** How many links the records of one type have to records of another, without those that have none. */
    public synchronized Map<Long, Integer> counts(ObjectType from, ObjectType to) {
        Map<Long, Integer> counts = new TreeMap<>();
        links.getOrDefault(new Pair(from.id(), to.id()), Map.of())
                .forEach((id, ofRecord) -> counts.put(id, ofRecord.size()));
        return counts;
    }

    private NavigableMap<Long, List<AssociationType>> ofRecord(ObjectType from, long fromId, ObjectType to) {
        Map<Long, NavigableMap<Long, List<AssociationType>>> pair = links.get(new Pair(from.id(), to.id()));
        NavigableMap<Long, List<AssociationType>> ofRecord = pair == null ? null : pair.get(fromId);
        return ofRecord == null ? new TreeMap<>() : ofRecord;
    }

    /** At most so many links of a record, in the order of the other record's id, from the given id on. */
    public synchronized Map<Long, List<AssociationType>> page(
            ObjectType fromType, long fromId, ObjectType toType, long firstToId, int limit) {
        Map<Long, List<AssociationType>> page = new TreeMap<>();
        for (Map.Entry<Long, List<AssociationType>> link :
                ofRecord(fromType, fromId, toType).tailMap(firstToId, true).entrySet()) {
            if (page.size() == limit) {
                break;
            }
            page.put(link.getKey(), link.getValue());
        }
        return page;
    }

    /** Takes a type that is no longer defined off every link. */
    public synchronized void forget(AssociationType label) {
        strip(label);
        if (label.inverse() != null) {
            strip(label.inverse());
        }
    }

    private void strip(AssociationType label) {
        links.getOrDefault(new Pair(label.from().id(), label.to().id()), Map.of())
                .values()
                .forEach(ofRecord -> {
                    ofRecord.replaceAll((toId, present) -> present.contains(label) ? without(present, label) : present);
                    // A link whose only type it was is gone.
                    ofRecord.values().removeIf(List::isEmpty);
                });
    }

    private static List<AssociationType> without(List<AssociationType> present, AssociationType label) {
        List<AssociationType> rest = new ArrayList<>(present);
        rest.remove(label);
        return List.copyOf(rest);
    }

    /** Removes every link of a record. */
    synchronized void removeAll(SimulatedRecord removed) {
        forEachLink(removed, (type, toId) -> unlink(removed.type(), removed.numericId(), type, toId));
    }

    /** Gives the links of one record to another of the same type. */
    synchronized void move(SimulatedRecord from, SimulatedRecord to) {
        forEachLink(from, (type, toId) -> {
            Set<AssociationType> all = new LinkedHashSet<>(typesOf(to.type(), to.numericId(), type, toId));
            all.addAll(typesOf(from.type(), from.numericId(), type, toId));
            unlink(from.type(), from.numericId(), type, toId);
            boolean toItself = type.equals(to.type()) && toId == to.numericId();
            if (!toItself) {
                put(to.type(), to.numericId(), type, toId, all);
            }
        });
    }

    private interface LinkAction {
        void accept(ObjectType toType, long toId);
    }

    private void forEachLink(SimulatedRecord of, LinkAction action) {
        for (Map.Entry<Pair, Map<Long, NavigableMap<Long, List<AssociationType>>>> pair :
                List.copyOf(links.entrySet())) {
            NavigableMap<Long, List<AssociationType>> ofRecord = pair.getValue().get(of.numericId());
            if (pair.getKey().from().equals(of.objectTypeId()) && ofRecord != null && !ofRecord.isEmpty()) {
                ObjectType toType = ofRecord.firstEntry().getValue().get(0).to();
                List.copyOf(ofRecord.keySet()).forEach(toId -> action.accept(toType, toId));
            }
        }
    }
}
