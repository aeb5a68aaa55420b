// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.crm;

import java.util.List;

/** A link from one record to another, with its types. */
public record Link(String toObjectId, List<LinkType> types) {

    /** The labels of the link; the plain type has none. */
    public List<String> labels() {
        return types.stream()
                .map(LinkType::label)
                .filter(label -> label != null)
                .toList();
    }
}
