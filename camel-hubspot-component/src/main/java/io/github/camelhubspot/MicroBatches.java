// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.github.camelhubspot.batch.SharedInput;
import io.github.camelhubspot.client.Timing;

/**
 * Gathers the records of messages that ask for the same, until they fill a call or the first has waited long enough.
 *
 * <p>Waiting costs no thread. Thread-safe.
 */
final class MicroBatches {

    private final Timing timing;
    private final Map<Object, Gathering> gatherings = new HashMap<>();
    private boolean stopped;

    MicroBatches(Timing timing) {
        this.timing = timing;
    }

    /**
     * Adds a record to those that wait for the same call.
     *
     * @param key equal for what may share a call
     * @param size how many a call takes at most
     * @param delay how long the first waits at most
     * @param carryOut sends them; that of the first is taken
     */
    void join(Object key, SharedInput input, int size, Duration delay, Consumer<List<SharedInput>> carryOut) {
        Gathering due;
        synchronized (this) {
            if (stopped) {
                input.stop();
                return;
            }
            Gathering gathering = gatherings.computeIfAbsent(key, first -> begin(key, delay, carryOut));
            gathering.inputs.add(input);
            // What comes while its route stops was not there to be sent at the stop.
            boolean goes = gathering.inputs.size() >= size || input.stopping();
            due = goes ? gatherings.remove(key) : null;
        }
        if (due != null) {
            due.carryOut();
        }
    }

    private Gathering begin(Object key, Duration delay, Consumer<List<SharedInput>> carryOut) {
        Gathering gathering = new Gathering(carryOut);
        gathering.timer = timing.after(delay, () -> {
            boolean waits;
            synchronized (this) {
                waits = gatherings.remove(key, gathering);
            }
            if (waits) {
                gathering.carryOut();
            }
        });
        return gathering;
    }

    /** Sends all that wait, such as when a route stops. */
    void flush() {
        takeAll().forEach(Gathering::carryOut);
    }

    private synchronized List<Gathering> takeAll() {
        List<Gathering> waiting = new ArrayList<>(gatherings.values());
        gatherings.clear();
        return waiting;
    }

    /** How many records wait. */
    synchronized int waiting() {
        return gatherings.values().stream()
                .mapToInt(gathering -> gathering.inputs.size())
                .sum();
    }

    /** Lets records wait for others, again after {@link #stop}. */
    synchronized void start() {
        stopped = false;
    }

    /** Ends the waiting of all, unsent. */
    void stop() {
        synchronized (this) {
            stopped = true;
        }
        takeAll().forEach(Gathering::stop);
    }

    /** The records that wait for one call; once it is taken out, by whoever takes it, it goes or stops. */
    private static final class Gathering {
        private final Consumer<List<SharedInput>> carryOut;
        private final List<SharedInput> inputs = new ArrayList<>();
        private Runnable timer;

        Gathering(Consumer<List<SharedInput>> carryOut) {
            this.carryOut = carryOut;
        }

        void carryOut() {
            timer.run();
            try {
                carryOut.accept(inputs);
            } catch (RuntimeException e) {
                inputs.forEach(input -> input.completeExceptionally(e));
            }
        }

        void stop() {
            timer.run();
            inputs.forEach(SharedInput::stop);
        }
    }
}
