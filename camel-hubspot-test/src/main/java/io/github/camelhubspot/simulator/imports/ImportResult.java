// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.imports;

import java.util.List;
import java.util.Map;

/**
 * What became of the rows of an import.
 *
 * @param failed whether a file could not be used at all
 * @param counters how many of what, under HubSpot's names
 */
public record ImportResult(boolean failed, Map<String, Integer> counters, List<ImportError> errors) {

    static final ImportResult NONE = new ImportResult(false, Map.of(), List.of());
}
