// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.api;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.simulator.crm.Change;
import io.github.camelhubspot.simulator.crm.Claims;
import io.github.camelhubspot.simulator.crm.Crm;
import io.github.camelhubspot.simulator.crm.NewLink;
import io.github.camelhubspot.simulator.crm.ObjectStore;
import io.github.camelhubspot.simulator.crm.SimulatedRecord;
import io.github.camelhubspot.simulator.crm.WriteMode;
import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.http.Answer;
import io.github.camelhubspot.simulator.http.Request;
import io.github.camelhubspot.simulator.json.Json;
import io.github.camelhubspot.simulator.settings.SimulatorSettings;

/** The operations on up to a hundred records. */
public final class ObjectBatchApi {

    private static final int LARGEST_BATCH = 100;
    private static final int LARGEST_BATCH_WITH_HISTORY = 50;

    private final Crm crm;
    private final SimulatorSettings settings;
    private final Clock clock;
    private final RecordLookup lookup;
    private final RecordJson recordJson;
    private final BatchWrite batchWrite;

    public ObjectBatchApi(Crm crm, SimulatorSettings settings, Clock clock) {
        this.crm = crm;
        this.settings = settings;
        this.clock = clock;
        this.lookup = new RecordLookup(settings);
        this.recordJson = new RecordJson(settings);
        this.batchWrite = new BatchWrite(crm, recordJson);
    }

    public Answer create(Request request) {
        List<ObjectInput> inputs = BatchInputs.read(request.object(), LARGEST_BATCH, ObjectInput::withProperties);
        ObjectStore store = crm.store(request.objectType());
        WriteMode mode = request.version().writeMode();
        return crm.writing(() -> {
            BatchResult result = newResult();
            batchWrite.run(result, inputs, isPartial(inputs), (input, claims) -> {
                List<NewLink> links = input.links().stream()
                        .map(link -> crm.linkChecks().fromNewRecord(store.type(), link))
                        .toList();
                return crm.checks().create(store, input.properties(), links, mode, claims);
            });
            return result.writeAnswer(201, clock.millis());
        });
    }

    private boolean isPartial(List<ObjectInput> inputs) {
        return settings.batchCreatePartialSuccess() && BatchInputs.areTraced(inputs);
    }

    private BatchResult newResult() {
        return new BatchResult(clock.millis(), settings.resultsInReverseOrder());
    }

    public Answer update(Request request) {
        List<ObjectInput> inputs = BatchInputs.read(request.object(), LARGEST_BATCH, ObjectInput::withId);
        ObjectStore store = crm.store(request.objectType());
        BatchInputs.requireDistinct(inputs.stream().map(ObjectInput::id).toList());
        inputs.forEach(input -> requireUpdatable(store, input.idProperty()));
        WriteMode mode = request.version().writeMode();
        return crm.writing(() -> {
            BatchResult result = newResult();
            List<ObjectInput> found = new ArrayList<>();
            List<ObjectInput> missing = new ArrayList<>();
            inputs.forEach(input -> (of(store, input).isPresent() ? found : missing).add(input));
            boolean partial = isPartial(inputs);
            batchWrite.run(result, found, partial, (input, claims) -> crm.checks()
                    .update(store, of(store, input).orElseThrow(), input.properties(), mode, claims));
            reportMissing(result, store, missing, partial);
            return result.writeAnswer(200, clock.millis());
        });
    }

    private Optional<SimulatedRecord> of(ObjectStore store, ObjectInput input) {
        return lookup.ofBatch(store, input.id(), input.idProperty());
    }

    /** E-mail addresses identify contacts everywhere but in a batch update. */
    private void requireUpdatable(ObjectStore store, String idProperty) {
        if (idProperty != null) {
            if (idProperty.equals("email")) {
                throw lookup.notUnique(store, idProperty);
            }
            lookup.requireUnique(store, idProperty);
        }
    }

    private static void reportMissing(
            BatchResult result, ObjectStore store, List<ObjectInput> missing, boolean traced) {
        if (traced) {
            missing.forEach(input ->
                    result.add(missing(store, List.of(input.id())).context("objectWriteTraceId", input.traceId())));
        } else if (!missing.isEmpty()) {
            result.add(missing(store, missing.stream().map(ObjectInput::id).toList()));
        }
    }

    private static HubSpotError missing(ObjectStore store, List<String> ids) {
        String what = "Could not get some " + store.type().errorName() + " objects, they may be deleted or not exist."
                + " Check that ids are valid.";
        return HubSpotError.of(404, HubSpotError.OBJECT_NOT_FOUND, what).context("ids", ids);
    }

    public Answer upsert(Request request) {
        List<ObjectInput> inputs = BatchInputs.read(request.object(), LARGEST_BATCH, ObjectInput::withId);
        ObjectStore store = crm.store(request.objectType());
        for (ObjectInput input : inputs) {
            if (input.idProperty() == null) {
                throw HubSpotError.missingField("idProperty").exception();
            }
            lookup.requireUnique(store, input.idProperty());
        }
        BatchInputs.requireDistinct(inputs.stream().map(ObjectInput::id).toList());
        WriteMode mode = request.version().writeMode();
        return crm.writing(() -> {
            BatchResult result = newResult();
            batchWrite.runUpsert(
                    result,
                    inputs,
                    settings.batchUpsertPartial(),
                    (input, claims) -> upsert(store, input, mode, claims));
            return result.writeAnswer(200, clock.millis());
        });
    }

    private Change upsert(ObjectStore store, ObjectInput input, WriteMode mode, Claims claims) {
        Optional<SimulatedRecord> existing = of(store, input);
        Map<String, String> properties = new LinkedHashMap<>(input.properties());
        properties.putIfAbsent(input.idProperty(), input.id());
        return existing.isPresent()
                ? crm.checks().update(store, existing.get(), properties, mode, claims)
                : crm.checks().create(store, properties, List.of(), mode, claims);
    }

    public Answer read(Request request) {
        JsonNode body = request.object();
        List<String> history = Json.texts(body.get("propertiesWithHistory"));
        List<String> ids = BatchInputs.read(body, LARGEST_BATCH, ObjectInput::requireId);
        if (!history.isEmpty() && ids.size() > LARGEST_BATCH_WITH_HISTORY) {
            throw HubSpotError.validation(
                            "The maximum number of inputs supported in a batch request for property histories is "
                                    + LARGEST_BATCH_WITH_HISTORY)
                    .exception();
        }
        BatchInputs.requireDistinct(ids);
        ObjectStore store = crm.store(request.objectType());
        String idProperty = Json.text(body.get("idProperty"));
        if (idProperty != null) {
            lookup.requireUnique(store, idProperty);
        }
        boolean archived = request.query().flag("archived");
        Projection projection = Projection.of(store, Json.texts(body.get("properties")), history);

        BatchResult result = newResult();
        List<String> missing = new ArrayList<>();
        for (String id : ids) {
            Optional<SimulatedRecord> found = archived ? archived(store, id) : lookup.ofBatch(store, id, idProperty);
            found.ifPresentOrElse(one -> result.add(recordJson.of(one, projection)), () -> missing.add(id));
        }
        if (!missing.isEmpty()) {
            if (!result.hasResults() && settings.batchReadAllMissingIs404()) {
                throw missing(store, missing).exception();
            }
            result.add(missing(store, missing));
        }
        return result.answer(200, clock.millis());
    }

    private static Optional<SimulatedRecord> archived(ObjectStore store, String id) {
        return Crm.recordId(id).isEmpty()
                ? Optional.empty()
                : store.archived(Crm.recordId(id).getAsLong());
    }

    public Answer archive(Request request) {
        List<String> ids = BatchInputs.read(request.object(), LARGEST_BATCH, ObjectInput::requireId);
        BatchInputs.requireDistinct(ids);
        String type = request.objectType().id();
        Set.copyOf(ids).forEach(id -> crm.archive(type, id));
        return Answer.noContent();
    }
}
