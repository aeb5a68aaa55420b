// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.api;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.simulator.crm.Crm;
import io.github.camelhubspot.simulator.crm.SimulatedRecord;
import io.github.camelhubspot.simulator.json.Json;
import io.github.camelhubspot.simulator.schema.AssociationType;
import io.github.camelhubspot.simulator.schema.ObjectType;

/** Writes the links of a record into the record itself, as reads that ask for {@code associations} have them. */
final class AssociationJson {

    // The figure is not documented; the association lists have the same one.
    private static final int PAGE = 500;

    private final Crm crm;

    AssociationJson(Crm crm) {
        this.crm = crm;
    }

    /** Adds the links to the named types; a record without any gets no {@code associations}. */
    void addTo(ObjectNode json, SimulatedRecord from, List<String> typeNames) {
        ObjectNode all = Json.object();
        for (String typeName : typeNames == null ? List.<String>of() : typeNames) {
            ObjectType to = crm.types().resolve(typeName);
            Map<Long, List<AssociationType>> links = crm.links().page(from.type(), from.numericId(), to, 0, PAGE + 1);
            if (!links.isEmpty()) {
                fill(all.putObject(to.plural()), links);
            }
        }
        if (!all.isEmpty()) {
            json.set("associations", all);
        }
    }

    private static void fill(ObjectNode json, Map<Long, List<AssociationType>> links) {
        ArrayNode results = json.putArray("results");
        int shown = 0;
        for (Map.Entry<Long, List<AssociationType>> link : links.entrySet()) {
            if (shown++ == PAGE) {
                json.putObject("paging")
                        .putObject("next")
                        .put("after", link.getKey().toString());
                return;
            }
            for (AssociationType type : link.getValue()) {
                results.addObject().put("id", link.getKey().toString()).put("type", type.name());
            }
        }
    }
}
