// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.simulator.crm.Crm;
import io.github.camelhubspot.simulator.crm.DateText;
import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.http.Answer;
import io.github.camelhubspot.simulator.http.Request;
import io.github.camelhubspot.simulator.json.Json;
import io.github.camelhubspot.simulator.lists.ListHistory;
import io.github.camelhubspot.simulator.lists.Lists;
import io.github.camelhubspot.simulator.lists.ProcessingType;
import io.github.camelhubspot.simulator.lists.RecordList;
import io.github.camelhubspot.simulator.schema.ObjectType;

/** The operations on lists of records, apart from searching them and from who is in them. */
public final class ListsApi {

    private final Lists lists;
    private final Crm crm;
    private final ListJson listJson;

    public ListsApi(Lists lists, Crm crm) {
        this.lists = lists;
        this.crm = crm;
        this.listJson = new ListJson(lists);
    }

    /** Creates a list, which is answered with 200 and not with 201. */
    public Answer create(Request request) {
        JsonNode body = request.object();
        String name = PropertyJson.required(body, "name");
        ObjectType type = crm.types().resolve(PropertyJson.required(body, "objectTypeId"));
        ProcessingType processing = processingType(PropertyJson.required(body, "processingType"));
        JsonNode filters = body.hasNonNull("filterBranch") ? body.get("filterBranch") : null;
        if (processing == ProcessingType.MANUAL && filters != null) {
            throw HubSpotError.validation("A MANUAL list has no filterBranch").exception();
        }
        if (body.hasNonNull("listFolderId")) {
            throw HubSpotError.validation("The simulator does not know folders of lists; leave listFolderId out")
                    .exception();
        }
        Map<String, String> custom = new LinkedHashMap<>();
        body.path("customProperties")
                .properties()
                .forEach(property -> custom.put(property.getKey(), Json.text(property.getValue())));
        custom.values().removeIf(value -> value == null);
        return one("list", lists.create(type, name, processing, filters, custom), true);
    }

    static ProcessingType processingType(String text) {
        try {
            return ProcessingType.valueOf(text);
        } catch (IllegalArgumentException e) {
            throw HubSpotError.invalidJson(1, 2, "Enum type must be one of: " + List.of(ProcessingType.values()))
                    .exception();
        }
    }

    private Answer one(String field, RecordList list, boolean withFilters) {
        ObjectNode json = Json.object();
        json.set(field, listJson.of(list, withFilters));
        return Answer.ok(json);
    }

    public Answer get(Request request) {
        return one(lists.list(listId(request)), request, "There is no list with the id " + listId(request));
    }

    private static String listId(Request request) {
        return request.parameter("listId");
    }

    private Answer one(Optional<RecordList> list, Request request, String otherwise) {
        return one(
                "list",
                list.orElseThrow(() -> HubSpotError.of(404, HubSpotError.OBJECT_NOT_FOUND, otherwise)
                        .exception()),
                withFilters(request));
    }

    private static boolean withFilters(Request request) {
        return request.query().flag("includeFilters");
    }

    public Answer getByName(Request request) {
        String name = request.parameter("listName");
        return one(lists.find(request.parameter("objectTypeId"), name), request, "There is no list named " + name);
    }

    /** Reads the lists that the query names; those that do not exist are left out. */
    public Answer getSeveral(Request request) {
        List<String> ids = request.query().list("listIds");
        ObjectNode json = Json.object();
        ArrayNode found = json.putArray("lists");
        for (String id : ids == null ? List.<String>of() : ids) {
            lists.list(id).ifPresent(list -> found.add(listJson.of(list, withFilters(request))));
        }
        return Answer.ok(json);
    }

    public Answer delete(Request request) {
        lists.delete(listId(request));
        return Answer.noContent();
    }

    public Answer restore(Request request) {
        lists.restore(listId(request));
        return Answer.noContent();
    }

    public Answer rename(Request request) {
        String name = request.query().first("listName");
        if (name == null) {
            throw HubSpotError.validation("The query parameter listName is missing")
                    .exception();
        }
        return one("updatedList", lists.rename(listId(request), name), withFilters(request));
    }

    public Answer updateFilters(Request request) {
        JsonNode filters = request.object().path("filterBranch");
        if (filters.isMissingNode() || filters.isNull()) {
            throw HubSpotError.missingField("filterBranch").exception();
        }
        return one("updatedList", lists.filter(listId(request), filters), true);
    }

    /** What became of a list between two times; without them, all of it. */
    public Answer history(Request request) {
        ListHistory history = lists.history(listId(request));
        long start = time(request, "startDate", Long.MIN_VALUE);
        long end = time(request, "endDate", Long.MAX_VALUE);
        ObjectNode json = Json.object();
        ArrayNode sizes = json.putArray("sizeHistory");
        history.sizes().stream()
                .filter(point -> point.timestamp() >= start && point.timestamp() <= end)
                .forEach(point ->
                        sizes.addObject().put("size", point.size()).put("timestamp", Json.time(point.timestamp())));
        ArrayNode edits = json.putArray("editHistory");
        history.edits().stream()
                .filter(edit -> edit >= start && edit <= end)
                .forEach(edit -> edits.add(Json.time(edit)));
        return Answer.ok(json);
    }

    private static long time(Request request, String parameter, long otherwise) {
        String text = request.query().first(parameter);
        OptionalLong time = text == null ? OptionalLong.of(otherwise) : DateText.parse(text);
        return time.orElseThrow(() -> HubSpotError.validation(parameter + " must be a time in ISO 8601")
                .exception());
    }
}
