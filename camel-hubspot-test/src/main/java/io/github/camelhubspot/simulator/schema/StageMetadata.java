// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.schema;

import java.math.BigDecimal;
import java.util.Map;

import io.github.camelhubspot.simulator.error.HubSpotError;

/** What HubSpot keeps of the metadata given for a stage: the one key that the object type has, and what follows of it. */
public final class StageMetadata {

    static final String IS_CLOSED = "isClosed";

    private static final String PROBABILITY = "probability";
    private static final String CLOSED = "CLOSED";

    private StageMetadata() {}

    /** Checks metadata, of which a value may be null, and puts it into the form in which it is stored. */
    public static Map<String, String> stored(ObjectType type, Map<String, String> given) {
        return type.id().equals(Pipelines.DEAL) ? ofDeal(given) : withState(type, given);
    }

    private static Map<String, String> ofDeal(Map<String, String> given) {
        String text = given.get(PROBABILITY);
        if (text == null) {
            // These two refusals have no category.
            throw HubSpotError.of(400, null, "must specify probability when writing a dealstage")
                    .exception();
        }
        BigDecimal probability = number(text);
        if (probability == null || probability.signum() < 0 || probability.compareTo(BigDecimal.ONE) > 0) {
            throw HubSpotError.of(
                            400, null, "dealstage probability is not valid, must be between 0.0 and 1.0 (inclusive)")
                    .exception();
        }
        boolean closed = probability.signum() == 0 || probability.compareTo(BigDecimal.ONE) == 0;
        BigDecimal shortest = probability.stripTrailingZeros();
        String canonical = shortest.setScale(Math.max(1, shortest.scale())).toPlainString();
        return Map.of(PROBABILITY, canonical, IS_CLOSED, Boolean.toString(closed));
    }

    private static BigDecimal number(String text) {
        try {
            return new BigDecimal(text.trim());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static Map<String, String> withState(ObjectType type, Map<String, String> given) {
        String key = type.id().equals(Pipelines.TICKET) ? "ticketState" : "state";
        String state = given.get(key);
        if (state == null) {
            state = "OPEN";
        }
        if (!state.equals("OPEN") && !state.equals(CLOSED)) {
            throw HubSpotError.validation("Failed to deserialize metadata for object type " + type.errorName())
                    .subCategory("PipelineError.INVALID_PIPELINE_STAGE_METADATA")
                    .exception();
        }
        return Map.of(key, state, IS_CLOSED, Boolean.toString(state.equals(CLOSED)));
    }
}
