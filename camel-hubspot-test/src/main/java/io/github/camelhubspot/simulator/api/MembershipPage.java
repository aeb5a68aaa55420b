// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.http.Answer;
import io.github.camelhubspot.simulator.http.Request;
import io.github.camelhubspot.simulator.json.Json;
import io.github.camelhubspot.simulator.lists.Membership;

/**
 * Cuts the members of a list into pages. A cursor names a member, so that pages stay right when others come and go; going
 * back, the members come in the reverse order.
 */
final class MembershipPage {

    private static final int DEFAULT_LIMIT = 100;
    private static final int LARGEST_LIMIT = 250;

    private MembershipPage() {}

    static Answer of(Request request, List<Membership> members, Comparator<Membership> order) {
        int limit = request.query().limit(DEFAULT_LIMIT, LARGEST_LIMIT);
        String after = request.query().first("after");
        String before = request.query().first("before");
        boolean back = after == null && before != null;
        List<Membership> rest = new ArrayList<>(members);
        Comparator<Membership> direction = back ? order.reversed() : order;
        rest.sort(direction);
        String cursor = back ? before : after;
        if (cursor != null) {
            Membership named = read(cursor);
            rest.removeIf(member -> direction.compare(member, named) <= 0);
        }
        boolean atStart = rest.size() == members.size();
        List<Membership> page = rest.subList(0, Math.min(limit, rest.size()));
        ObjectNode json = Json.object().put("total", members.size());
        ArrayNode results = json.putArray("results");
        page.forEach(member -> results.add(ListJson.member(member)));
        if (page.size() < rest.size()) {
            ObjectNode paging = json.putObject("paging");
            Membership first = page.get(0);
            Membership last = page.get(page.size() - 1);
            cursor(request, paging, "next", "after", back ? first : last);
            if (back || !atStart) {
                cursor(request, paging, "prev", "before", back ? last : first);
            }
        }
        return Answer.ok(json);
    }

    private static void cursor(Request request, ObjectNode paging, String name, String parameter, Membership member) {
        String text = member.joinedAt() + "." + member.recordId();
        String cursor =
                Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
        paging.putObject(name)
                .put(parameter, cursor)
                .put("link", request.baseUrl() + request.path() + "?" + parameter + "=" + cursor);
    }

    private static Membership read(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            int dot = text.indexOf('.');
            if (dot > 0) {
                long joinedAt = Long.parseLong(text.substring(0, dot));
                return new Membership(Long.parseLong(text.substring(dot + 1)), joinedAt, joinedAt);
            }
        } catch (IllegalArgumentException e) {
            // Refused below, like one without a dot.
        }
        throw HubSpotError.validation("after and before must be cursors of an earlier page")
                .exception();
    }
}
