// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.calls;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

import io.github.camelhubspot.simulator.settings.SimulatorSettings;

/** Keeps the calls that arrived, up to the number that the settings allow, and counts those being answered. */
public final class CallRecorder {

    private static final byte[] NOTHING = {};

    private final SimulatorSettings settings;
    private final Clock clock;
    private final Deque<RecordedCall> calls = new ArrayDeque<>();
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
    }

    /** Notes that a call is no longer being answered; it must be so before the caller can know of the answer. */
    public synchronized void ended() {
        inFlight--;
    }

    public synchronized List<RecordedCall> calls() {
        return List.copyOf(calls);
    }

    public synchronized void clear() {
        calls.clear();
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
