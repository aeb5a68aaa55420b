// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.api;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.simulator.crm.Crm;
import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.http.Answer;
import io.github.camelhubspot.simulator.http.Request;
import io.github.camelhubspot.simulator.json.Json;
import io.github.camelhubspot.simulator.schema.Owner;

/** The operations on owners, which the API can only read. */
public final class OwnersApi {

    private static final int DEFAULT_PAGE = 100;
    private static final int LARGEST_PAGE = 500;
    private static final String ARCHIVED = "archived";
    private static final String USER_ID = "userId";

    private final Crm crm;

    public OwnersApi(Crm crm) {
        this.crm = crm;
    }

    public Answer list(Request request) {
        String email = request.query().first("email");
        int limit = request.query().limit(DEFAULT_PAGE, LARGEST_PAGE);
        List<Owner> owners = crm
                .owners()
                .after(
                        AssociationsApi.after(request.query().first("after")),
                        request.query().flag(ARCHIVED))
                .stream()
                .filter(owner -> email == null || email.equalsIgnoreCase(owner.email()))
                .limit(limit + 1L)
                .toList();
        ObjectNode json = Json.object();
        ArrayNode results = json.putArray("results");
        owners.stream().limit(limit).forEach(owner -> results.add(json(owner)));
        if (owners.size() > limit) {
            String after = owners.get(limit - 1).id();
            json.putObject("paging")
                    .putObject("next")
                    .put("after", after)
                    .put("link", request.baseUrl() + request.path() + "?after=" + after + "&limit=" + limit);
        }
        return Answer.ok(json);
    }

    private static ObjectNode json(Owner owner) {
        ObjectNode json = Json.object()
                .put("id", owner.id())
                .put("email", owner.email())
                .put("type", owner.type().name())
                .put("firstName", owner.firstName())
                .put("lastName", owner.lastName())
                .put(USER_ID, owner.archived() ? null : owner.userId())
                .put("userIdIncludingInactive", owner.userId())
                .put("createdAt", Json.time(owner.createdAt()))
                .put("updatedAt", Json.time(owner.updatedAt()))
                .put(ARCHIVED, owner.archived());
        if (!owner.teams().isEmpty()) {
            ArrayNode teams = json.putArray("teams");
            owner.teams().forEach(team -> teams.addObject()
                    .put("id", team.id())
                    .put("name", team.name())
                    .put("primary", team.primary()));
        }
        return json;
    }

    public Answer get(Request request) {
        boolean archived = request.query().flag(ARCHIVED);
        return Answer.ok(json(
                find(request).filter(owner -> owner.archived() == archived).orElseThrow(() -> HubSpotError.notFound()
                        .exception())));
    }

    private Optional<Owner> find(Request request) {
        OptionalLong id = Crm.recordId(request.parameter("ownerId"));
        String idProperty = request.query().first("idProperty");
        if (idProperty != null && !idProperty.equals("id") && !idProperty.equals(USER_ID)) {
            throw HubSpotError.validation("idProperty must be id or userId").exception();
        }
        if (id.isEmpty()) {
            return Optional.empty();
        }
        return USER_ID.equals(idProperty)
                ? crm.owners().byUserId(id.getAsLong())
                : crm.owners().byId(id.getAsLong());
    }
}
