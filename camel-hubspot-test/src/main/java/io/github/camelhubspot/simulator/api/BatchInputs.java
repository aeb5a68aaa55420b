// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.api;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.simulator.error.HubSpotError;

/** Reads the inputs of a batch and holds their rules. */
final class BatchInputs {

    private BatchInputs() {}

    /** The inputs; a body without {@code inputs} has none, and is then answered as if all were well. */
    static <T> List<T> read(JsonNode body, int maximum, Function<JsonNode, T> reader) {
        JsonNode inputs = body.path("inputs");
        if (inputs.isMissingNode() || inputs.isNull()) {
            return List.of();
        }
        if (!inputs.isArray()) {
            throw HubSpotError.invalidJson(1, 2, "inputs must be an array").exception();
        }
        if (inputs.size() > maximum) {
            throw HubSpotError.validation("The maximum number of inputs supported in a batch request is " + maximum
                            + ", but there were " + inputs.size())
                    .exception();
        }
        List<T> read = new ArrayList<>(inputs.size());
        inputs.forEach(input -> read.add(reader.apply(input)));
        return read;
    }

    /** Refuses a batch that names a record twice. */
    static void requireDistinct(List<String> ids) {
        Set<String> seen = new HashSet<>();
        Set<String> repeated = new LinkedHashSet<>();
        for (String id : ids) {
            if (!seen.add(id)) {
                repeated.add(id);
            }
        }
        if (!repeated.isEmpty()) {
            throw HubSpotError.validation("Duplicate IDs found in batch input: " + repeated + ". IDs must be unique")
                    .context("ids", repeated)
                    .exception();
        }
    }

    /** Whether every input has a trace id of its own, which asks HubSpot for partial success. */
    static boolean areTraced(List<ObjectInput> inputs) {
        Set<String> traceIds = new HashSet<>();
        for (ObjectInput input : inputs) {
            if (input.traceId() == null || !traceIds.add(input.traceId())) {
                return false;
            }
        }
        return true;
    }
}
