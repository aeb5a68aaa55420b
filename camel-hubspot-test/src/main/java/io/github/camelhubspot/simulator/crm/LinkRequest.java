// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.crm;

import java.util.List;

/** What a call says of a link that it wants: the other record's id, and the types by category and id. */
public record LinkRequest(String toId, List<Spec> types) {

    /** An association type as calls name it. */
    public record Spec(String category, int typeId) {

        @Override
        public String toString() {
            return category + "=" + typeId;
        }
    }
}
