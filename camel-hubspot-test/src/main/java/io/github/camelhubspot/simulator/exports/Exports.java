// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.exports;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.settings.SimulatorSettings;

/** The exports of the account, of which one runs at a time and thirty in any day. */
public final class Exports {

    private static final int MOST_OF_DAY = 30;
    private static final Duration DAY = Duration.ofHours(24);
    private static final long FIRST_ID = 40_000_001L;

    private final SimulatorSettings settings;
    private final Clock clock;
    private final List<Export> all = new ArrayList<>();

    public Exports(SimulatorSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    public synchronized void reset() {
        all.clear();
    }

    /** Refuses another export where the limits allow none. */
    public synchronized void checkLimits() {
        long now = clock.millis();
        if (all.stream().anyMatch(one -> one.state(now) != ExportState.COMPLETE)) {
            throw refusal("Another export is running, and only one at a time is allowed");
        }
        if (all.stream().filter(one -> one.createdAt() > now - DAY.toMillis()).count() >= MOST_OF_DAY) {
            throw refusal("There were " + MOST_OF_DAY + " exports in the last 24 hours, and no more are allowed");
        }
    }

    private static RuntimeException refusal(String message) {
        return HubSpotError.of(429, "RATE_LIMITS", message).exception();
    }

    public synchronized Export start(ExportRequest request, byte[] csv, int records) {
        checkLimits();
        long now = clock.millis();
        long doneAt = now + settings.exportDuration().toMillis();
        long id = FIRST_ID + all.size();
        ExportedFile file = ExportedFile.of("hubspot-crm-export-" + id, csv);
        Export started = new Export(id, request, file, records, now, doneAt);
        all.add(started);
        return started;
    }

    public synchronized Optional<Export> find(long id) {
        return all.stream().filter(one -> one.id() == id).findFirst();
    }
}
