// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.simulator.crm.Crm;
import io.github.camelhubspot.simulator.crm.ObjectStore;
import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.http.Answer;
import io.github.camelhubspot.simulator.http.Request;
import io.github.camelhubspot.simulator.json.Json;
import io.github.camelhubspot.simulator.lists.Lists;
import io.github.camelhubspot.simulator.lists.Membership;
import io.github.camelhubspot.simulator.lists.RecordList;

/** The operations on who is in a list. */
public final class MembershipsApi {

    /** By HubSpot's guide: for one call, and for lists that can be emptied or copied. */
    private static final int MOST = 100_000;

    private final Lists lists;
    private final Crm crm;

    public MembershipsApi(Lists lists, Crm crm) {
        this.lists = lists;
        this.crm = crm;
    }

    public Answer byId(Request request) {
        return MembershipPage.of(
                request, lists.members(listId(request)), Comparator.comparingLong(Membership::recordId));
    }

    public Answer byJoining(Request request) {
        return MembershipPage.of(
                request,
                lists.members(listId(request)),
                Comparator.comparingLong(Membership::joinedAt).thenComparingLong(Membership::recordId));
    }

    private static String listId(Request request) {
        return request.parameter("listId");
    }

    /** Adds records; the body is a bare array of ids. */
    public Answer add(Request request) {
        return change(request, ids(request.json(), "The body"), List.of());
    }

    public Answer remove(Request request) {
        return change(request, List.of(), ids(request.json(), "The body"));
    }

    public Answer addAndRemove(Request request) {
        JsonNode body = request.object();
        return change(
                request,
                ids(body.path("recordIdsToAdd"), "recordIdsToAdd"),
                ids(body.path("recordIdsToRemove"), "recordIdsToRemove"));
    }

    private static List<String> ids(JsonNode array, String what) {
        if (!array.isArray()) {
            throw HubSpotError.invalidJson(1, 1, what + " must be an array of record ids")
                    .exception();
        }
        if (array.size() > MOST) {
            throw HubSpotError.validation("At most " + MOST + " record ids can be given in one call")
                    .exception();
        }
        return Json.texts(array);
    }

    private Answer change(Request request, List<String> toAdd, List<String> toRemove) {
        String listId = listId(request);
        return crm.writing(() -> {
            ObjectStore store = crm.store(lists.requireWritable(listId).objectType());
            List<String> missing = new ArrayList<>();
            List<Long> adding = existing(store, toAdd, missing);
            List<Long> removing = existing(store, toRemove, missing);
            ObjectNode json = Json.object();
            // HubSpot spells this one differently.
            json.set("recordsIdsAdded", texts(lists.add(listId, adding)));
            json.set("recordIdsRemoved", texts(lists.remove(listId, removing)));
            json.set("recordIdsMissing", Json.texts(missing));
            return Answer.ok(json);
        });
    }

    private static List<Long> existing(ObjectStore store, List<String> ids, List<String> missing) {
        List<Long> existing = new ArrayList<>();
        for (String id : ids) {
            long number = id == null ? -1 : Crm.recordId(id).orElse(-1);
            if (store.exact(number).isPresent()) {
                existing.add(number);
            } else {
                missing.add(id);
            }
        }
        return existing;
    }

    private static JsonNode texts(List<Long> ids) {
        return Json.texts(ids.stream().map(String::valueOf).toList());
    }

    /** Adds all that are in another list. */
    public Answer addFrom(Request request) {
        String listId = listId(request);
        String sourceId = request.parameter("sourceListId");
        return crm.writing(() -> {
            RecordList list = lists.requireWritable(listId);
            List<Long> source = memberIds(sourceId);
            RecordList from = lists.list(sourceId).orElseThrow();
            if (!from.objectType().equals(list.objectType())) {
                throw HubSpotError.validation("List " + sourceId + " is of other objects than list " + listId)
                        .exception();
            }
            checkSize(source);
            lists.add(listId, source);
            return Answer.noContent();
        });
    }

    private List<Long> memberIds(String listId) {
        return lists.members(listId).stream().map(Membership::recordId).toList();
    }

    private static void checkSize(List<Long> members) {
        if (members.size() > MOST) {
            throw HubSpotError.validation("This is possible with lists of at most " + MOST + " members")
                    .exception();
        }
    }

    /** Empties a list, which stays. */
    public Answer removeAll(Request request) {
        String listId = listId(request);
        return crm.writing(() -> {
            lists.requireWritable(listId);
            List<Long> members = memberIds(listId);
            checkSize(members);
            lists.remove(listId, members);
            return Answer.noContent();
        });
    }
}
