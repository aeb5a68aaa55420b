// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * Cuts the inputs into chunks so that inputs with the same key keep their order: never two in a chunk, never in two chunks
 * in flight.
 *
 * <p>An input that must wait for another is set aside, and the reading goes on; it stops when too many wait. Confined to one
 * thread at a time.
 */
final class ChunkPlanner {

    private static final int WAITING_CHUNKS = 4;

    private final int chunkSize;
    private final Inputs source;
    private final Deque<Entry> waiting = new ArrayDeque<>();
    private final Set<String> keysInFlight = new HashSet<>();
    private Entry peeked;
    private int chunks;
    private int repeats;

    /**
     * A planner.
     *
     * @param source gives the inputs to send
     */
    ChunkPlanner(int chunkSize, Inputs source) {
        this.chunkSize = chunkSize;
        this.source = source;
    }

    /** The next chunk; null where all that is left waits for chunks in flight, or nothing is left. */
    Chunk next() {
        Filling filling = new Filling();
        takeWaiting(filling);
        boolean fresh = takeFresh(filling);
        if (filling.entries.isEmpty()) {
            return null;
        }
        filling.entries.stream()
                .map(entry -> entry.order)
                .filter(key -> key != null)
                .forEach(keysInFlight::add);
        return new Chunk(fresh ? chunks++ : --repeats, filling.entries);
    }

    /** Lets the inputs go that waited for this chunk. */
    void completed(Chunk chunk) {
        chunk.entries().stream()
                .map(entry -> entry.order)
                .filter(key -> key != null)
                .forEach(keysInFlight::remove);
    }

    /** Whether every input was handed out. */
    boolean exhausted() {
        return waiting.isEmpty() && peeked == null && source.ended();
    }

    /** Whether there are inputs that were not handed out; reads on where that is the only way to know. */
    boolean hasMore() {
        if (peeked == null && waiting.isEmpty()) {
            peeked = read();
        }
        return peeked != null || !exhausted();
    }

    /** Whether there are inputs that were read and not handed out. */
    boolean anyWaiting() {
        return peeked != null || !waiting.isEmpty();
    }

    /** Where the inputs come from. */
    interface Inputs {
        /** The next input to send; null at the end, and where reading has to pause. */
        Entry next();

        /** Whether there are none left. */
        boolean ended();
    }

    /** Takes back what was read and not handed out, in the order of the inputs. */
    List<Entry> drain() {
        List<Entry> rest = new ArrayList<>(waiting);
        if (peeked != null) {
            rest.add(peeked);
        }
        waiting.clear();
        peeked = null;
        return rest;
    }

    private void takeWaiting(Filling filling) {
        for (Iterator<Entry> entries = waiting.iterator(); entries.hasNext() && !filling.full(); ) {
            Entry entry = entries.next();
            if (filling.takes(entry)) {
                filling.add(entry);
                entries.remove();
            } else {
                filling.block(entry);
            }
        }
        // Those beyond a full chunk hold back their keys too.
        waiting.forEach(filling::block);
    }

    private boolean takeFresh(Filling filling) {
        boolean fresh = false;
        while (!filling.full() && waiting.size() < chunkSize * WAITING_CHUNKS) {
            Entry entry = peeked != null ? peeked : read();
            peeked = null;
            if (entry == null) {
                return fresh;
            }
            if (filling.takes(entry)) {
                filling.add(entry);
                fresh = true;
            } else {
                filling.block(entry);
                waiting.add(entry);
            }
        }
        return fresh;
    }

    private Entry read() {
        return source.ended() ? null : source.next();
    }

    /** A chunk while it is being filled. */
    private final class Filling {
        private final List<Entry> entries = new ArrayList<>();
        private final Set<String> keys = new HashSet<>();
        private final Set<String> traceIds = new HashSet<>();
        private final Set<String> blocked = new HashSet<>();

        boolean full() {
            return entries.size() >= chunkSize;
        }

        boolean sameGroup(Entry entry) {
            return entries.isEmpty() || entries.get(0).group.equals(entry.group);
        }

        boolean takes(Entry entry) {
            String key = entry.order;
            boolean keyFree =
                    key == null || !(keys.contains(key) || blocked.contains(key) || keysInFlight.contains(key));
            return keyFree && sameGroup(entry) && (entry.traceId == null || !traceIds.contains(entry.traceId));
        }

        void add(Entry entry) {
            entries.add(entry);
            String key = entry.order;
            if (key != null) {
                keys.add(key);
            }
            if (entry.traceId != null) {
                traceIds.add(entry.traceId);
            }
        }

        /** What comes after a waiting input with the same key waits as well. */
        void block(Entry entry) {
            String key = entry.order;
            if (key != null) {
                blocked.add(key);
            }
        }
    }
}
