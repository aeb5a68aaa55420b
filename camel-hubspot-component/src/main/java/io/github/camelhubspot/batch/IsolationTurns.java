// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * Lets one chunk of a run at a time be searched for its bad inputs by halving, until an input of it succeeds; the others
 * wait, without a thread.
 *
 * <p>A fault that all inputs share is then found out by few chunks, while bad inputs here and there hold up nobody for long.
 * Chunks are known by their first input. Thread-safe.
 */
final class IsolationTurns {

    private final Map<Long, CompletableFuture<Void>> waiting = new TreeMap<>();
    private Long current;
    private long last;

    /** Completed when it is the chunk's turn; at once where it has it already. */
    synchronized CompletableFuture<Void> take(long chunk) {
        if (current == null) {
            current = chunk;
        }
        return current == chunk
                ? CompletableFuture.completedFuture(null)
                : waiting.computeIfAbsent(chunk, first -> new CompletableFuture<>());
    }

    /** Passes the turn on, where the chunk has it. */
    void leave(long chunk) {
        CompletableFuture<Void> next;
        synchronized (this) {
            if (current == null || current != chunk) {
                return;
            }
            last = chunk;
            current = nearest();
            next = current == null ? null : waiting.remove(current);
        }
        if (next != null) {
            next.complete(null);
        }
    }

    /** The neighbours first, so that it is soon known whether all inputs in a row are bad. */
    private Long nearest() {
        return waiting.keySet().stream()
                .min(Comparator.comparingLong(chunk -> Math.abs(chunk - last)))
                .orElse(null);
    }

    synchronized boolean anyWaiting() {
        return !waiting.isEmpty();
    }
}
