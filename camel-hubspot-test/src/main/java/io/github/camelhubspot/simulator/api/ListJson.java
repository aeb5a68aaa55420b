// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.api;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.simulator.json.Json;
import io.github.camelhubspot.simulator.lists.ListHistory;
import io.github.camelhubspot.simulator.lists.Lists;
import io.github.camelhubspot.simulator.lists.Membership;
import io.github.camelhubspot.simulator.lists.RecordList;

/** Lists of records as calls get them. */
final class ListJson {

    private final Lists lists;

    ListJson(Lists lists) {
        this.lists = lists;
    }

    ObjectNode of(RecordList list, boolean withFilters) {
        ObjectNode json = head(list);
        json.put("size", lists.size(list.id()));
        if (withFilters && list.filterBranch() != null) {
            json.set("filterBranch", list.filterBranch());
        }
        return json;
    }

    private static ObjectNode head(RecordList list) {
        return Json.object()
                .put("listId", list.id())
                .put("listVersion", list.version())
                .put("createdAt", Json.time(list.createdAt()))
                .put("updatedAt", Json.time(list.updatedAt()))
                .put("filtersUpdatedAt", Json.time(list.filtersUpdatedAt()))
                .put("processingStatus", "COMPLETE")
                .put("processingType", list.processingType().name())
                .put("objectTypeId", list.objectType().id())
                .put("name", list.name());
    }

    /** A list as searches find it: with some of its own properties, those that have a value. */
    ObjectNode found(RecordList list, List<String> asked) {
        ObjectNode json = head(list);
        ObjectNode properties = json.putObject("additionalProperties");
        ListHistory history = lists.history(list.id());
        properties.put("hs_list_size", Integer.toString(lists.size(list.id())));
        // Nothing in this account refers to a list.
        properties.put("hs_list_reference_count", "0");
        if (history.lastAddedAt() != null) {
            properties.put("hs_last_record_added_at", history.lastAddedAt().toString());
        }
        if (history.lastRemovedAt() != null) {
            properties.put("hs_last_record_removed_at", history.lastRemovedAt().toString());
        }
        asked.stream()
                .filter(name -> list.customProperties().containsKey(name))
                .forEach(name -> properties.put(name, list.customProperties().get(name)));
        return json;
    }

    /** A member as its list shows it. */
    static ObjectNode member(Membership membership) {
        return Json.object()
                .put("recordId", Long.toString(membership.recordId()))
                .put("membershipTimestamp", Json.time(membership.joinedAt()));
    }

    /** A membership as the record shows it. */
    static ObjectNode membership(RecordList list, Membership membership) {
        return Json.object()
                .put("listId", list.id())
                .put("listVersion", list.version())
                .put("isPublicList", true)
                .put("firstAddedTimestamp", Json.time(membership.firstJoinedAt()))
                .put("lastAddedTimestamp", Json.time(membership.joinedAt()));
    }
}
