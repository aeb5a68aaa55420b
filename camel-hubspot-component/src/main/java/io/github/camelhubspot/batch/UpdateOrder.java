// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/**
 * Brings the entries whose records have become known, in whatever order, back into the order of the inputs: two inputs may
 * name one record by different keys, so that only now is it known that they must keep their order.
 *
 * <p>Confined to the steps of a run.
 */
final class UpdateOrder implements ChunkPlanner.Inputs {

    private final BooleanSupplier allRead;
    private final TreeSet<Long> unsettled = new TreeSet<>();
    private final PriorityQueue<Entry> known = new PriorityQueue<>(Comparator.comparingLong(entry -> entry.index));

    /**
     * The order of a run.
     *
     * @param allRead whether no more inputs come
     */
    UpdateOrder(BooleanSupplier allRead) {
        this.allRead = allRead;
    }

    /** Notes an input whose record is not known yet. */
    void read(Entry entry) {
        unsettled.add(entry.index);
    }

    /** Takes an entry whose record is known, or that has its outcome. */
    void settled(Entry entry) {
        unsettled.remove(entry.index);
        if (entry.outcome == null) {
            entry.orderBy(entry.recordId);
            known.add(entry);
        }
    }

    /** How many wait for an earlier input, or to be sent. */
    int waiting() {
        return known.size();
    }

    /** The next entry of which every earlier one is settled. */
    @Override
    public Entry next() {
        Entry first = known.peek();
        boolean next = first != null && (unsettled.isEmpty() || first.index < unsettled.first());
        return next ? known.remove() : null;
    }

    @Override
    public boolean ended() {
        return allRead.getAsBoolean() && unsettled.isEmpty() && known.isEmpty();
    }

    /** Takes back what was not handed out. */
    List<Entry> drain() {
        List<Entry> rest = new ArrayList<>(known);
        known.clear();
        return rest;
    }
}
