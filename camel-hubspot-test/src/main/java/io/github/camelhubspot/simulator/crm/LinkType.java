// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.crm;

import io.github.camelhubspot.simulator.schema.AssociationType;

/** One type of a link; the label is null for the plain type. */
public record LinkType(String category, int typeId, String label) {

    static LinkType of(AssociationType type) {
        return new LinkType(type.category(), type.typeId(), type.label());
    }
}
