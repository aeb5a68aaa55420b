// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.lists;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import io.github.camelhubspot.simulator.crm.Crm;
import io.github.camelhubspot.simulator.crm.ObjectStore;
import io.github.camelhubspot.simulator.crm.SimulatedRecord;
import io.github.camelhubspot.simulator.lists.filters.ListFilter;

/** A list with its members, which follow the records: into merged ones, out when archived, and as the filters say. */
final class ListState {

    private final Crm crm;
    private final Clock clock;
    private final Members members;
    private RecordList list;
    private ListFilter filter;
    private ObjectStore lookedAt;
    private long lookedAtVersion;

    ListState(Crm crm, Clock clock, RecordList list, ListFilter filter) {
        this.crm = crm;
        this.clock = clock;
        this.list = list;
        this.filter = filter;
        this.members = new Members(list.createdAt());
        if (list.processingType() == ProcessingType.SNAPSHOT && filter != null) {
            crm.store(list.objectType()).from(0, false).stream()
                    .filter(filter::accepts)
                    .forEach(found -> members.join(found.numericId(), list.createdAt()));
        }
    }

    RecordList list() {
        return list;
    }

    /** Changes the list itself, which counts as an edit. */
    void edit(RecordList changed) {
        list = changed;
        members.edited(changed.updatedAt());
    }

    void edit(RecordList changed, ListFilter changedFilter) {
        edit(changed);
        filter = changedFilter;
        lookedAt = null;
    }

    /** Deletes or restores the list. */
    void change(RecordList changed) {
        list = changed;
    }

    /** The members as they are now. */
    Members members() {
        ObjectStore store = crm.store(list.objectType());
        boolean unchanged = lookedAt == store && lookedAtVersion == store.version();
        if (unchanged && (filter == null || !filter.dependsOnTime())) {
            return members;
        }
        lookedAt = store;
        lookedAtVersion = store.version();
        if (list.processingType() == ProcessingType.DYNAMIC) {
            evaluate(store);
        } else {
            follow(store);
        }
        return members;
    }

    private void evaluate(ObjectStore store) {
        List<Long> gone = new ArrayList<>();
        for (Membership member : members.all()) {
            if (store.exact(member.recordId()).filter(this::accepts).isEmpty()) {
                gone.add(member.recordId());
            }
        }
        members.remove(gone, clock.millis());
        for (SimulatedRecord found : store.from(0, false)) {
            if (members.of(found.numericId()) == null && accepts(found)) {
                members.join(found.numericId(), joinedAt(found));
            }
        }
    }

    private boolean accepts(SimulatedRecord found) {
        return filter != null && filter.accepts(found);
    }

    /** A record joins when it or the filters change, unless time alone lets it in. */
    private long joinedAt(SimulatedRecord found) {
        return filter.dependsOnTime()
                ? clock.millis()
                : Math.max(list.filtersUpdatedAt(), found.updatedAt().toEpochMilli());
    }

    private void follow(ObjectStore store) {
        for (Membership member : members.all()) {
            if (store.exact(member.recordId()).isEmpty()) {
                members.remove(List.of(member.recordId()), clock.millis());
                store.current(member.recordId())
                        .ifPresent(merged -> members.join(merged.numericId(), member.joinedAt()));
            }
        }
    }
}
