// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.events;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The occurrences of custom events that were sent, and the events that the account has defined. */
public final class Events {

    private final Set<String> defined = new HashSet<>();
    private final List<SentEvent> received = new ArrayList<>();

    public synchronized void reset() {
        defined.clear();
        received.clear();
    }

    /**
     * Defines an event by its full name, such as {@code pe62515_login}. Once there is one, occurrences of others are
     * refused; until then, every event is known.
     */
    public synchronized Events define(String eventName) {
        defined.add(eventName);
        return this;
    }

    public synchronized boolean isKnown(String eventName) {
        return defined.isEmpty() || defined.contains(eventName);
    }

    public synchronized void add(List<SentEvent> sent) {
        received.addAll(sent);
    }

    /** All occurrences, in the order of their arrival. */
    public synchronized List<SentEvent> received() {
        return List.copyOf(received);
    }
}
