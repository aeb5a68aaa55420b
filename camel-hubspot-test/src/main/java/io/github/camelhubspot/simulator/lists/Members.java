// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.lists;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Who is in one list, and what became of it over time. Used under the lock of the account. */
final class Members {

    private final Map<Long, Membership> members = new TreeMap<>();
    private final Map<Long, Long> firstJoined = new HashMap<>();
    private final List<SizePoint> sizes = new ArrayList<>();
    private final List<Long> edits = new ArrayList<>();
    private Long lastAddedAt;
    private Long lastRemovedAt;

    Members(long now) {
        sizes.add(new SizePoint(now, 0));
    }

    /** Takes records in and gives those that were not in before. */
    List<Long> add(Collection<Long> ids, long now) {
        List<Long> added = new ArrayList<>();
        ids.forEach(id -> {
            if (join(id, now)) {
                added.add(id);
            }
        });
        return added;
    }

    boolean join(long id, long at) {
        if (members.containsKey(id)) {
            return false;
        }
        members.put(id, new Membership(id, at, firstJoined.computeIfAbsent(id, first -> at)));
        lastAddedAt = lastAddedAt == null ? at : Math.max(lastAddedAt, at);
        sized(at);
        return true;
    }

    /** Takes records out and gives those that were in. */
    List<Long> remove(Collection<Long> ids, long now) {
        List<Long> removed = new ArrayList<>();
        ids.forEach(id -> {
            if (members.remove(id) != null) {
                removed.add(id);
                lastRemovedAt = now;
            }
        });
        if (!removed.isEmpty()) {
            sized(now);
        }
        return removed;
    }

    private void sized(long at) {
        SizePoint last = sizes.get(sizes.size() - 1);
        if (last.timestamp() >= at) {
            sizes.remove(sizes.size() - 1);
        }
        sizes.add(new SizePoint(Math.max(last.timestamp(), at), members.size()));
    }

    void edited(long now) {
        edits.add(now);
    }

    /** The members in the order of their ids. */
    List<Membership> all() {
        return List.copyOf(members.values());
    }

    Membership of(long id) {
        return members.get(id);
    }

    int size() {
        return members.size();
    }

    List<SizePoint> sizes() {
        return List.copyOf(sizes);
    }

    List<Long> edits() {
        return List.copyOf(edits);
    }

    Long lastAddedAt() {
        return lastAddedAt;
    }

    Long lastRemovedAt() {
        return lastRemovedAt;
    }
}
