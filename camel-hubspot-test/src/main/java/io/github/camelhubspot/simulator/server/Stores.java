// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.server;

import java.time.Clock;

import io.github.camelhubspot.simulator.crm.Crm;
import io.github.camelhubspot.simulator.events.Events;
import io.github.camelhubspot.simulator.exports.Exports;
import io.github.camelhubspot.simulator.files.FileStore;
import io.github.camelhubspot.simulator.imports.Imports;
import io.github.camelhubspot.simulator.lists.Lists;
import io.github.camelhubspot.simulator.settings.SimulatorSettings;

/** What the account has besides its records. */
public record Stores(Imports imports, Exports exports, FileStore files, Events events, Lists lists) {

    public static Stores of(Crm crm, SimulatorSettings settings, Clock clock) {
        return new Stores(
                new Imports(crm, settings, clock),
                new Exports(settings, clock),
                new FileStore(clock),
                new Events(),
                new Lists(crm, clock));
    }

    public void reset() {
        imports.reset();
        exports.reset();
        files.reset();
        events.reset();
        lists.reset();
    }
}
