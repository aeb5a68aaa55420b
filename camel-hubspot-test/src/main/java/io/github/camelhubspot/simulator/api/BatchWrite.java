// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.api;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.simulator.crm.Change;
import io.github.camelhubspot.simulator.crm.Claims;
import io.github.camelhubspot.simulator.crm.Crm;
import io.github.camelhubspot.simulator.crm.SimulatedRecord;
import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.error.HubSpotErrorException;

/** Applies the inputs of a batch: all or none of them, or each for itself. */
final class BatchWrite {

    /** Checks one input; throws when it is refused. */
    interface Check {
        Change check(ObjectInput input, Claims claims);
    }

    private final Crm crm;
    private final RecordJson recordJson;

    BatchWrite(Crm crm, RecordJson recordJson) {
        this.crm = crm;
        this.recordJson = recordJson;
    }

    void run(BatchResult result, List<ObjectInput> inputs, boolean partial, Check check) {
        run(result, inputs, partial, false, check);
    }

    /** As {@link #run}, with results that say whether the record is new. */
    void runUpsert(BatchResult result, List<ObjectInput> inputs, boolean partial, Check check) {
        run(result, inputs, partial, true, check);
    }

    private void run(BatchResult result, List<ObjectInput> inputs, boolean partial, boolean upsert, Check check) {
        if (partial) {
            inputs.forEach(input -> applyAlone(result, input, upsert, check));
            return;
        }
        Claims claims = new Claims();
        List<Change> changes = new ArrayList<>();
        inputs.forEach(input -> changes.add(check.check(input, claims)));
        for (int i = 0; i < changes.size(); i++) {
            result.add(apply(inputs.get(i), changes.get(i), upsert));
        }
    }

    private void applyAlone(BatchResult result, ObjectInput input, boolean upsert, Check check) {
        try {
            result.add(apply(input, check.check(input, new Claims()), upsert));
        } catch (HubSpotErrorException e) {
            HubSpotError error = e.error();
            if (input.traceId() != null) {
                error.context("objectWriteTraceId", input.traceId());
            } else {
                error.context("ids", input.id());
            }
            result.add(error);
        }
    }

    private ObjectNode apply(ObjectInput input, Change change, boolean upsert) {
        SimulatedRecord applied = crm.writer().apply(change);
        Projection projection = change.creates()
                ? Projection.everything()
                : Projection.written(change.store(), input.properties().keySet());
        ObjectNode json = recordJson.of(applied, projection);
        if (upsert) {
            json.put("new", change.creates());
        }
        recordJson.addWriteNotes(json, input.traceId(), change.normalisations());
        return json;
    }
}
