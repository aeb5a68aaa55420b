// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.imports;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.camelhubspot.simulator.crm.Crm;
import io.github.camelhubspot.simulator.crm.WriteMode;
import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.settings.SimulatorSettings;

/** The imports of the account: those that run, and those that are over. */
public final class Imports {

    private static final int MOST_ACTIVE = 3;
    private static final long FIRST_ID = 30_000_001L;
    private static final long FIRST_FILE_ID = 90_000_000_001L;

    private final Crm crm;
    private final SimulatorSettings settings;
    private final Clock clock;
    private final Map<Long, Import> all = new LinkedHashMap<>();
    private final List<Import> active = new ArrayList<>();
    private long files;

    public Imports(Crm crm, SimulatorSettings settings, Clock clock) {
        this.crm = crm;
        this.settings = settings;
        this.clock = clock;
    }

    public synchronized void reset() {
        all.clear();
        active.clear();
        files = 0;
    }

    /** Starts an import of files that are in the order of the request's mappings; its rows wait for {@link #advance}. */
    public synchronized Import start(String app, ImportRequest request, List<byte[]> contents, WriteMode mode) {
        advance();
        if (active.size() >= MOST_ACTIVE) {
            throw HubSpotError.of(
                            429,
                            "RATE_LIMITS",
                            "There are " + MOST_ACTIVE + " active imports already, and no more at a time are allowed")
                    .exception();
        }
        long now = clock.millis();
        long id = FIRST_ID + all.size();
        List<Import.File> numbered = contents.stream()
                .map(content -> new Import.File(FIRST_FILE_ID + files++, content))
                .toList();
        long dueAt = now + settings.importDuration().toMillis();
        Import started = new Import(id, app, request, numbered, mode, now, dueAt);
        all.put(id, started);
        active.add(started);
        return started;
    }

    /** Makes records of the rows of those imports whose time has come. */
    public synchronized void advance() {
        if (active.isEmpty()) {
            return;
        }
        long now = clock.millis();
        active.removeIf(one -> {
            if (one.isDue(now)) {
                one.done(new ImportRun(crm, one).run());
            }
            return one.isDue(now);
        });
    }

    /** Stops an import that still runs, whose rows then become nothing. */
    public synchronized void cancel(Import one) {
        long now = clock.millis();
        if (!active.remove(one)) {
            throw HubSpotError.validation("The import is not active: its state is " + one.state(now))
                    .exception();
        }
        one.canceled(now);
    }

    /** An import of an app's; it does not see those of others. */
    public synchronized Optional<Import> find(String app, long id) {
        return Optional.ofNullable(all.get(id)).filter(one -> one.isOf(app));
    }

    /** The imports of an app, in the order of their start. */
    public synchronized List<Import> list(String app) {
        return all.values().stream().filter(one -> one.isOf(app)).toList();
    }
}
