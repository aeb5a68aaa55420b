// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.api;

import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.simulator.crm.Crm;
import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.error.HubSpotErrorException;
import io.github.camelhubspot.simulator.http.Answer;
import io.github.camelhubspot.simulator.http.ApiVersion;
import io.github.camelhubspot.simulator.http.Request;
import io.github.camelhubspot.simulator.json.Json;
import io.github.camelhubspot.simulator.lists.Lists;
import io.github.camelhubspot.simulator.schema.ObjectType;
import io.github.camelhubspot.simulator.settings.SimulatorSettings;

/** Tells which lists a record is in. */
public final class RecordMembershipsApi {

    private static final int LARGEST_BATCH = 100;

    private final Lists lists;
    private final Crm crm;
    private final SimulatorSettings settings;
    private final Clock clock;

    public RecordMembershipsApi(Lists lists, Crm crm, SimulatorSettings settings, Clock clock) {
        this.lists = lists;
        this.crm = crm;
        this.settings = settings;
        this.clock = clock;
    }

    private record Input(String objectTypeId, String recordId) {}

    public Answer get(Request request) {
        ArrayNode memberships =
                memberships(new Input(request.parameter("objectTypeId"), request.parameter("recordId")));
        ObjectNode json = Json.object().put("total", memberships.size());
        json.set("results", memberships);
        return Answer.ok(json);
    }

    private ArrayNode memberships(Input input) {
        ObjectType type = crm.types().resolve(input.objectTypeId());
        OptionalLong id = Crm.recordId(input.recordId());
        if (id.isEmpty() || crm.store(type).exact(id.getAsLong()).isEmpty()) {
            throw HubSpotError.notFound().exception();
        }
        ArrayNode memberships = Json.array();
        crm.writing(() -> {
            lists.all().stream().filter(list -> list.objectType().equals(type)).forEach(list -> lists.membership(
                            list.id(), id.getAsLong())
                    .ifPresent(membership -> memberships.add(ListJson.membership(list, membership))));
            return null;
        });
        return memberships;
    }

    /** Reads for several records; not every version has a status of its own for partial success. */
    public Answer batchRead(Request request) {
        List<Input> inputs = BatchInputs.read(
                request.object(),
                LARGEST_BATCH,
                input -> new Input(
                        PropertyJson.required(input, "objectTypeId"), PropertyJson.required(input, "recordId")));
        BatchResult result = new BatchResult(clock.millis(), settings.resultsInReverseOrder());
        for (Input input : inputs) {
            try {
                ObjectNode json =
                        Json.object().put("objectTypeId", input.objectTypeId()).put("recordId", input.recordId());
                json.set("recordListMemberships", memberships(input));
                result.add(json);
            } catch (HubSpotErrorException e) {
                result.add(e.error().context("recordId", input.recordId()));
            }
        }
        boolean multiStatus = request.version() == ApiVersion.V3 || request.version() == ApiVersion.V2026_03;
        return multiStatus ? result.answer(200, clock.millis()) : result.answerAlways(200, clock.millis());
    }
}
