// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

import io.github.camelhubspot.client.Timing;

/** A clock that stands still until a test moves it. */
public class MovableTiming implements Timing {

    private final Instant origin = Instant.parse("2026-11-22T08:00:00Z");
    private final PriorityQueue<Later> later =
            new PriorityQueue<>(Comparator.comparingLong(Later::at).thenComparingLong(Later::number));
    private long nanos;
    private long scheduled;

    @Override
    public synchronized Instant now() {
        return origin.plusNanos(nanos);
    }

    @Override
    public synchronized long nanoTime() {
        return nanos;
    }

    @Override
    public synchronized Runnable after(Duration delay, Runnable action) {
        Later added = new Later(nanos + delay.toNanos(), scheduled++, action);
        later.add(added);
        return () -> cancel(added);
    }

    private synchronized void cancel(Later added) {
        later.remove(added);
    }

    /** How long it is until something is to happen; null where nothing is. */
    public synchronized Duration untilNext() {
        Later next = later.peek();
        return next == null ? null : Duration.ofNanos(Math.max(0, next.at() - nanos));
    }

    /** Lets time pass, and what is due on the way happen. */
    public void advance(Duration time) {
        long end;
        synchronized (this) {
            end = nanos + time.toNanos();
        }
        for (Later due = due(end); due != null; due = due(end)) {
            due.action().run();
        }
        synchronized (this) {
            nanos = end;
        }
    }

    private synchronized Later due(long end) {
        Later next = later.peek();
        if (next == null || next.at() > end) {
            return null;
        }
        nanos = Math.max(nanos, next.at());
        return later.remove();
    }

    private record Later(long at, long number, Runnable action) {}
}
