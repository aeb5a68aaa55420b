// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.lists;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.simulator.crm.Crm;
import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.lists.filters.FilterReader;
import io.github.camelhubspot.simulator.lists.filters.ListFilter;
import io.github.camelhubspot.simulator.schema.ObjectType;

/**
 * The account's lists of records, for tests to prepare and to look at. Safe for use by several threads. Object types may
 * be given by any name that a path may have.
 */
public final class Lists {

    private static final long RESTORABLE_FOR = TimeUnit.DAYS.toMillis(90);

    private final Crm crm;
    private final Clock clock;
    private final FilterReader filters;
    private final Map<Long, ListState> states = new TreeMap<>();
    private long nextId = 1;

    public Lists(Crm crm, Clock clock) {
        this.crm = crm;
        this.clock = clock;
        this.filters = new FilterReader(crm, clock);
    }

    public void reset() {
        crm.writing(() -> {
            states.clear();
            nextId = 1;
            return null;
        });
    }

    /** Makes a list of records of a type that only calls put records into. */
    public RecordList create(String objectType, String name) {
        return create(crm.types().resolve(objectType), name, ProcessingType.MANUAL, null, Map.of());
    }

    /** Makes a list; the filters may be null. */
    public RecordList create(
            ObjectType objectType,
            String name,
            ProcessingType processingType,
            JsonNode filterBranch,
            Map<String, String> customProperties) {
        return crm.writing(() -> {
            checkFree(name, null);
            ListFilter filter = filters.read(objectType, filterBranch);
            long now = clock.millis();
            String id = Long.toString(nextId);
            RecordList list = new RecordList(
                    id, name, objectType, processingType, filterBranch, 1, now, now, now, null, customProperties);
            states.put(nextId++, new ListState(crm, clock, list, filter));
            return list;
        });
    }

    /** Refuses a name that another list has. */
    private void checkFree(String name, RecordList own) {
        boolean taken = states.values().stream()
                .map(ListState::list)
                .anyMatch(
                        list -> list != own && !list.isDeleted() && list.name().equals(name));
        if (taken) {
            throw HubSpotError.validation("A list named '" + name + "' already exists; names of lists must be unique.")
                    .subCategory("ILS.DUPLICATE_LIST_NAMES")
                    .exception();
        }
    }

    public RecordList rename(String listId, String name) {
        return crm.writing(() -> {
            ListState state = existing(listId);
            checkFree(name, state.list());
            state.edit(state.list().renamed(name, clock.millis()));
            return state.list();
        });
    }

    /** Replaces the filters of a list that they decide about. */
    public RecordList filter(String listId, JsonNode filterBranch) {
        return crm.writing(() -> {
            ListState state = existing(listId);
            RecordList list = state.list();
            if (list.processingType() != ProcessingType.DYNAMIC) {
                throw HubSpotError.validation("The filters of a " + list.processingType()
                                + " list cannot be changed, only those of a DYNAMIC one")
                        .exception();
            }
            ListFilter filter = filters.read(list.objectType(), filterBranch);
            state.edit(list.filtered(filterBranch, clock.millis()), filter);
            return state.list();
        });
    }

    /** Deletes a list; one that is deleted stays so. */
    public void delete(String listId) {
        crm.writing(() -> {
            ListState state = state(listId).orElseThrow(() -> notFound(listId));
            if (!state.list().isDeleted()) {
                state.change(state.list().deletedAt(clock.millis()));
            }
            return null;
        });
    }

    /** Brings a list back that was deleted less than 90 days ago. */
    public void restore(String listId) {
        crm.writing(() -> {
            ListState state = state(listId).orElseThrow(() -> notFound(listId));
            RecordList list = state.list();
            if (list.isDeleted()) {
                if (clock.millis() - list.deletedAt() > RESTORABLE_FOR) {
                    throw notFound(listId);
                }
                checkFree(list.name(), list);
                state.change(list.deletedAt(null));
            }
            return null;
        });
    }

    /** The lists that are not deleted, in the order of their creation. */
    public List<RecordList> all() {
        return crm.writing(() -> states.values().stream()
                .map(ListState::list)
                .filter(list -> !list.isDeleted())
                .toList());
    }

    /** The list of that id, unless it is deleted. */
    public Optional<RecordList> list(String listId) {
        return crm.writing(() -> state(listId).map(ListState::list).filter(list -> !list.isDeleted()));
    }

    /** The list of that type's records that has that very name. */
    public Optional<RecordList> find(String objectType, String name) {
        ObjectType type = crm.types().resolve(objectType);
        return all().stream()
                .filter(list -> list.objectType().equals(type) && list.name().equals(name))
                .findFirst();
    }

    private Optional<ListState> state(String listId) {
        return Crm.recordId(listId).stream()
                .mapToObj(states::get)
                .flatMap(Stream::ofNullable)
                .findFirst();
    }

    private ListState existing(String listId) {
        return state(listId).filter(state -> !state.list().isDeleted()).orElseThrow(() -> notFound(listId));
    }

    private static RuntimeException notFound(String listId) {
        return HubSpotError.of(404, HubSpotError.OBJECT_NOT_FOUND, "There is no list with the id " + listId)
                .exception();
    }

    // Members

    /** Puts records into a list and gives the ids of those that were not in it. */
    public List<Long> add(String listId, Collection<Long> recordIds) {
        return crm.writing(() -> writable(listId).members().add(recordIds, clock.millis()));
    }

    /** Takes records out of a list and gives the ids of those that were in it. */
    public List<Long> remove(String listId, Collection<Long> recordIds) {
        return crm.writing(() -> writable(listId).members().remove(recordIds, clock.millis()));
    }

    private ListState writable(String listId) {
        ListState state = existing(listId);
        if (state.list().processingType() == ProcessingType.DYNAMIC) {
            throw HubSpotError.validation("The filters of list " + listId
                            + " decide who is in it, since it is DYNAMIC; its members cannot be changed")
                    .exception();
        }
        return state;
    }

    /** Refuses a list whose members calls cannot change, and one that does not exist. */
    public RecordList requireWritable(String listId) {
        return crm.writing(() -> writable(listId).list());
    }

    /** Who is in a list now, in the order of the records' ids. */
    public List<Membership> members(String listId) {
        return crm.writing(() -> existing(listId).members().all());
    }

    /** The ids of the records that are in a list now, in their order. */
    public List<String> memberIds(String listId) {
        return members(listId).stream()
                .map(member -> Long.toString(member.recordId()))
                .toList();
    }

    public int size(String listId) {
        return crm.writing(() -> existing(listId).members().size());
    }

    /** That a record is in a list; empty if it is not. */
    public Optional<Membership> membership(String listId, long recordId) {
        return crm.writing(() -> Optional.ofNullable(existing(listId).members().of(recordId)));
    }

    /** What became of a list over time. */
    public ListHistory history(String listId) {
        return crm.writing(() -> {
            Members members = existing(listId).members();
            return new ListHistory(members.sizes(), members.edits(), members.lastAddedAt(), members.lastRemovedAt());
        });
    }
}
