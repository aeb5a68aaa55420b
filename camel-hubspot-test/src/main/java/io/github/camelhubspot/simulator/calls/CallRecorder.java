// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.calls;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.camelhubspot.simulator.settings.SimulatorSettings;

/** Keeps the calls that arrived, up to the number that the settings allow, and counts those being answered. */
public final class CallRecorder {

    private static final byte[] NOTHING = {};

    private final SimulatorSettings settings;
    private final Clock clock;
    private final Deque<RecordedCall> calls = new ArrayDeque<>();
    private final Map<Integer, Long> counts = new TreeMap<>();
    private long nextIndex;
    private int inFlight;
    private int maxInFlight;

    public CallRecorder(SimulatorSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Notes a call at its arrival, before its body is read. */
    public synchronized RecordedCall arrived(
            String method, String path, String query, Map<String, List<String>> headers) {
        inFlight++;
        maxInFlight = Math.max(maxInFlight, inFlight);
        RecordedCall call = new RecordedCall(nextIndex++, method, path, query, headers, clock.instant());
        calls.addLast(call);
        while (calls.size() > settings.maxKeptCalls()) {
            calls.removeFirst();
        }
        return call;
    }

    public void received(RecordedCall call, byte[] body) {
        if (settings.recordBodies()) {
            call.body(body);
        }
    }

    public void answered(RecordedCall call, int status, String correlationId, byte[] body) {
        call.answered(status, correlationId, settings.recordBodies() ? body : NOTHING);
        count(status);
    }

    private synchronized void count(int status) {
        counts.merge(status, 1L, Long::sum);
    }

    /** How many calls were answered with each status, whether they are kept or not. */
    public synchronized Map<Integer, Long> counts() {
        return new TreeMap<>(counts);
    }

    /**
     * Notes that a call is no longer being answered, if it was; it must be so before the caller can know of the answer.
     */
    public synchronized void ended(RecordedCall call) {
        if (call.end()) {
            inFlight--;
        }
    }

    public synchronized List<RecordedCall> calls() {
        return List.copyOf(calls);
    }

    public synchronized void clear() {
        calls.clear();
        counts.clear();
        nextIndex = 0;
        maxInFlight = inFlight;
    }

    public synchronized int inFlight() {
        return inFlight;
    }

    public synchronized int maxInFlight() {
        return maxInFlight;
    }
}
