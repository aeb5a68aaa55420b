// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.api;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.simulator.crm.SimulatedRecord;
import io.github.camelhubspot.simulator.http.ApiVersion;
import io.github.camelhubspot.simulator.json.Json;
import io.github.camelhubspot.simulator.schema.AssociationType;

/** Writes links as the association operations answer them. */
final class LinkJson {

    private LinkJson() {}

    /** Record ids are numbers in v4, and texts in dated versions. */
    private static void putId(ObjectNode json, String field, long id, ApiVersion version) {
        if (version.isDated()) {
            json.put(field, Long.toString(id));
        } else {
            json.put(field, id);
        }
    }

    /** At most so many links; those that do not fit are pointed to. The map may hold one more than fit. */
    static void page(
            ObjectNode json, String field, Map<Long, List<AssociationType>> links, int limit, ApiVersion version) {
        ArrayNode results = json.putArray(field);
        for (Map.Entry<Long, List<AssociationType>> link : links.entrySet()) {
            if (results.size() == limit) {
                json.putObject("paging")
                        .putObject("next")
                        .put("after", link.getKey().toString());
                return;
            }
            ObjectNode result = results.addObject();
            putId(result, "toObjectId", link.getKey(), version);
            ArrayNode types = result.putArray("associationTypes");
            link.getValue().forEach(type -> types.add(type(type)));
        }
    }

    /** A type of a link. */
    static ObjectNode type(AssociationType type) {
        return Json.object()
                .put("category", type.category())
                .put("typeId", type.typeId())
                .put("label", type.label());
    }

    /** A link that was made, with its labels. */
    static ObjectNode made(
            SimulatedRecord from, SimulatedRecord to, Collection<AssociationType> types, ApiVersion version) {
        ObjectNode json = Json.object().put("fromObjectTypeId", from.objectTypeId());
        putId(json, "fromObjectId", from.numericId(), version);
        json.put("toObjectTypeId", to.objectTypeId());
        putId(json, "toObjectId", to.numericId(), version);
        return addLabels(json, types);
    }

    /** The same with ids as text in every version. */
    static ObjectNode entity(SimulatedRecord from, SimulatedRecord to, Collection<AssociationType> types) {
        ObjectNode json = Json.object()
                .put("fromObjectTypeId", from.objectTypeId())
                .put("fromObjectId", from.id())
                .put("toObjectTypeId", to.objectTypeId())
                .put("toObjectId", to.id());
        return addLabels(json, types);
    }

    private static ObjectNode addLabels(ObjectNode json, Collection<AssociationType> types) {
        ArrayNode labels = json.putArray("labels");
        types.stream().filter(type -> !type.isPlain()).forEach(type -> labels.add(type.label()));
        return json;
    }

    /** One direction of a link without a label. */
    static ObjectNode plain(SimulatedRecord from, SimulatedRecord to, AssociationType type) {
        ObjectNode json = Json.object();
        json.putObject("from").put("id", from.id());
        json.putObject("to").put("id", to.id());
        json.putObject("associationSpec")
                .put("associationCategory", type.category())
                .put("associationTypeId", type.typeId());
        return json;
    }
}
