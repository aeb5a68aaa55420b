// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.server;

import java.util.ArrayDeque;
import java.util.Deque;

/** Counts the calls of the last so many milliseconds: at any moment, not from one tick to the next. */
final class RollingWindow {

    private final long millis;
    private final Deque<Long> calls = new ArrayDeque<>();

    RollingWindow(long millis) {
        this.millis = millis;
    }

    /** Counts a call unless the limit is reached; gives what remains, or -1 for a refused call. */
    int take(long now, int limit) {
        while (!calls.isEmpty() && calls.peekFirst() <= now - millis) {
            calls.removeFirst();
        }
        // A clock that was set back has left these in the future, where they would stay for long.
        while (!calls.isEmpty() && calls.peekLast() > now) {
            calls.removeLast();
        }
        if (calls.size() >= limit) {
            return -1;
        }
        calls.addLast(now);
        return limit - calls.size();
    }
}
