// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.simulator.crm.Crm;
import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.error.HubSpotErrorException;
import io.github.camelhubspot.simulator.http.Answer;
import io.github.camelhubspot.simulator.http.Request;
import io.github.camelhubspot.simulator.json.Json;
import io.github.camelhubspot.simulator.lists.Lists;
import io.github.camelhubspot.simulator.lists.ProcessingType;
import io.github.camelhubspot.simulator.lists.RecordList;

/** Finds lists, a page at a time, in the order of their ids. */
public final class ListSearchApi {

    private static final String TYPES = "processingTypes";
    private static final String OBJECT_TYPE = "objectTypeId";
    private static final int DEFAULT_COUNT = 20;
    private static final int LARGEST_COUNT = 500;

    private final Lists lists;
    private final Crm crm;
    private final ListJson listJson;

    public ListSearchApi(Lists lists, Crm crm) {
        this.lists = lists;
        this.crm = crm;
        this.listJson = new ListJson(lists);
    }

    /** Searches by words of the name and by kinds, paged by an offset. */
    public Answer search(Request request) {
        JsonNode body = request.object();
        if (body.hasNonNull("sort")) {
            throw HubSpotError.validation("The simulator does not know sort; lists come in the order of their ids")
                    .exception();
        }
        Set<ProcessingType> types = Json.texts(body.get(TYPES)).stream()
                .map(ListsApi::processingType)
                .collect(Collectors.toSet());
        String query = Json.text(body.get("query"));
        List<String> ids = Json.texts(body.get("listIds"));
        List<RecordList> found = matching(body, types).stream()
                .filter(list -> query == null || lowerCase(list.name()).contains(lowerCase(query)))
                .filter(list -> ids.isEmpty() || ids.contains(list.id()))
                .toList();
        int start = Math.min(number(body, "offset", 0, 0, Integer.MAX_VALUE), found.size());
        int end = Math.min(start + count(body), found.size());
        ObjectNode json = Json.object();
        fill(json.putArray("lists"), found.subList(start, end), body);
        return Answer.ok(
                json.put("offset", end).put("hasMore", end < found.size()).put("total", found.size()));
    }

    private static String lowerCase(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private List<RecordList> matching(JsonNode body, Set<ProcessingType> types) {
        String objectType = Json.text(body.get(OBJECT_TYPE));
        String id = objectType == null ? null : crm.types().resolve(objectType).id();
        return lists.all().stream()
                .filter(list -> id == null || list.objectType().id().equals(id))
                .filter(list -> types.isEmpty() || types.contains(list.processingType()))
                .toList();
    }

    private void fill(ArrayNode results, List<RecordList> found, JsonNode body) {
        List<String> asked = Json.texts(body.get("additionalProperties"));
        found.forEach(list -> results.add(listJson.found(list, asked)));
    }

    private static int count(JsonNode body) {
        return number(body, "count", DEFAULT_COUNT, 1, LARGEST_COUNT);
    }

    private static int number(JsonNode body, String field, int byDefault, int least, int most) {
        if (!body.hasNonNull(field)) {
            return byDefault;
        }
        JsonNode number = body.get(field);
        if (!number.canConvertToInt() || number.asInt() < least || number.asInt() > most) {
            throw HubSpotError.validation(field + " must be a number between " + least + " and " + most)
                    .exception();
        }
        return number.asInt();
    }

    /** Lists all by kinds, paged by a cursor that holds for these kinds only. */
    public Answer all(Request request) {
        JsonNode body = request.object();
        Set<ProcessingType> types;
        try {
            types = Json.texts(body.get(TYPES)).stream()
                    .map(ListsApi::processingType)
                    .collect(Collectors.toSet());
        } catch (HubSpotErrorException e) {
            throw HubSpotError.validation("processingTypes may be " + List.of(ProcessingType.values()))
                    .subCategory("INVALID_PROCESSING_TYPE")
                    .exception();
        }
        String kinds = "|" + Json.text(body.get(OBJECT_TYPE)) + "|"
                + types.stream().sorted().toList();
        String after = Json.text(body.get("after"));
        long last = after == null ? 0 : lastId(after, kinds);
        List<RecordList> rest = matching(body, types).stream()
                .filter(list -> Long.parseLong(list.id()) > last)
                .toList();
        List<RecordList> page = rest.subList(0, Math.min(count(body), rest.size()));
        ObjectNode json = Json.object();
        fill(json.putArray("results"), page, body);
        if (page.size() < rest.size()) {
            String cursor = page.get(page.size() - 1).id() + kinds;
            json.putObject("paging")
                    .putObject("next")
                    .put(
                            "after",
                            Base64.getUrlEncoder()
                                    .withoutPadding()
                                    .encodeToString(cursor.getBytes(StandardCharsets.UTF_8)));
        }
        return Answer.ok(json);
    }

    private static long lastId(String after, String kinds) {
        try {
            String cursor = new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8);
            if (cursor.endsWith(kinds)) {
                return Long.parseLong(cursor.substring(0, cursor.length() - kinds.length()));
            }
        } catch (IllegalArgumentException e) {
            // Refused below, like a cursor of another search.
        }
        throw HubSpotError.validation("after must be the cursor of an earlier page, asked for with the same filters")
                .subCategory("INVALID_CURSOR")
                .exception();
    }
}
