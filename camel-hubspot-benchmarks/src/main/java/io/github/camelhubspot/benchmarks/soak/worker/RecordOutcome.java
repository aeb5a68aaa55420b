// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.soak.worker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.camelhubspot.HubSpotAmbiguousWriteException;
import io.github.camelhubspot.HubSpotConflictException;
import io.github.camelhubspot.HubSpotConstants;
import io.github.camelhubspot.HubSpotNotFoundException;
import io.github.camelhubspot.HubSpotValidationException;
import io.github.camelhubspot.batch.BatchOutcome;
import io.github.camelhubspot.batch.BatchResult;
import io.github.camelhubspot.batch.OutcomeStatus;
import io.github.camelhubspot.benchmarks.soak.work.Kind;

/**
 * How one record of a message ended.
 *
 * @param input the record as the message had it
 * @param status how it ended
 * @param hubSpotId the id of HubSpot's record; null where HubSpot named none
 */
record RecordOutcome(Object input, OutcomeStatus status, String hubSpotId) {

    private static final Logger LOG = LoggerFactory.getLogger(RecordOutcome.class);

    /** The outcomes of all records of a message that came back from HubSpot, or failed there. */
    static List<RecordOutcome> of(Exchange exchange, List<?> inputs) {
        Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        if (failure != null) {
            // Whole, so that the scan for secrets sees every message and every cause.
            LOG.info("HubSpot's answer was an exception", failure);
        }
        BatchResult result = exchange.getMessage().getBody() instanceof BatchResult body
                ? body
                : exchange.getProperty(HubSpotConstants.BATCH_RESULT, BatchResult.class);
        if (result == null) {
            return List.of(ofOne(exchange, inputs.get(0), failure));
        }
        List<RecordOutcome> outcomes = new ArrayList<>();
        for (BatchOutcome outcome : result) {
            Object id = outcome.record() instanceof Map<?, ?> record ? record.get("id") : null;
            outcomes.add(new RecordOutcome(
                    inputs.get((int) outcome.index()), outcome.status(), id == null ? null : id.toString()));
        }
        return outcomes;
    }

    private static RecordOutcome ofOne(Exchange exchange, Object input, Exception failure) {
        if (failure != null) {
            return new RecordOutcome(input, ofFailure(failure), null);
        }
        Kind kind = exchange.getMessage().getHeader("kind", Kind.class);
        OutcomeStatus usual =
                switch (kind) {
                    case ONE_ARCHIVE -> OutcomeStatus.ARCHIVED;
                    case ONE_UPDATE, ONE_UPSERT -> OutcomeStatus.UPDATED;
                    default -> OutcomeStatus.CREATED;
                };
        return new RecordOutcome(
                input,
                exchange.getMessage().getHeader(HubSpotConstants.OUTCOME, usual, OutcomeStatus.class),
                exchange.getMessage().getHeader(HubSpotConstants.RESULT_ID, String.class));
    }

    private static OutcomeStatus ofFailure(Exception failure) {
        if (failure instanceof HubSpotAmbiguousWriteException) {
            return OutcomeStatus.AMBIGUOUS;
        }
        boolean refused = failure instanceof HubSpotValidationException
                || failure instanceof HubSpotConflictException
                || failure instanceof HubSpotNotFoundException;
        return refused ? OutcomeStatus.REJECTED : OutcomeStatus.NOT_SENT;
    }

    /** The row that reports it. */
    Map<String, Object> row(Exchange exchange) {
        Map<String, Object> row = new HashMap<>();
        row.put("kind", exchange.getMessage().getHeader("kind", String.class));
        row.put("key", Kind.keyOf(input));
        row.put("status", status.name());
        row.put("id", hubSpotId);
        row.put("message", exchange.getMessage().getHeader("work", String.class));
        row.put("redelivered", exchange.getMessage().getHeader("JMSRedelivered", false, Boolean.class));
        return row;
    }
}
