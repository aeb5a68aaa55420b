// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.crm;

import java.util.Map;

/**
 * What a write says of a pipeline's stage; whatever it leaves out is null.
 *
 * @param id for a new stage; one is given to it if it is null
 * @param metadata such as {@code probability}; a value may be null
 * @param archived only given to restore a stage that was deleted
 */
public record StageInput(
        String id, String label, Integer displayOrder, Map<String, String> metadata, Boolean archived) {

    /** A stage to be put at the end. */
    public static StageInput of(String id, String label, Map<String, String> metadata) {
        return new StageInput(id, label, null, metadata, null);
    }
}
