// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.crm;

import java.util.List;
import java.util.Map;

/**
 * A write that has been checked and may be applied.
 *
 * @param before the record to change; null for one to be created
 * @param values the texts to store
 */
public record Change(
        ObjectStore store,
        SimulatedRecord before,
        Map<String, String> values,
        List<NewLink> links,
        List<Normalisation> normalisations) {

    public boolean creates() {
        return before == null;
    }
}
