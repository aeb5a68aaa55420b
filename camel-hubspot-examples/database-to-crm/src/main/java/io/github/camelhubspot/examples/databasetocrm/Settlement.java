// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.databasetocrm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;

import io.github.camelhubspot.HubSpotConstants;
import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.batch.BatchOutcome;
import io.github.camelhubspot.batch.BatchResult;
import io.github.camelhubspot.batch.OutcomeStatus;

/** Turns what became of a batch into rows for the statements that write it back. */
public final class Settlement {

    private static final String EXTERNAL_ID = "external_id";
    private static final String TO_EXTERNAL_ID = "to_external_id";
    private static final int MAX_MESSAGE = 500;

    /** Called by the routes: one row for each record whose sending has ended, or must be tried again. */
    public List<Map<String, Object>> outcomes(Exchange exchange) throws InvalidPayloadException {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (BatchOutcome outcome : result(exchange)) {
            // What was looked up goes on to its archiving.
            if (outcome.status() != OutcomeStatus.FOUND) {
                rows.add(row(outcome));
            }
        }
        // It must not be taken for that of the next call.
        exchange.removeProperty(HubSpotConstants.BATCH_RESULT);
        return rows;
    }

    /** Called by the routes: the records that a batch found, with the ids to archive them by. */
    public List<Map<String, Object>> found(Exchange exchange) throws InvalidPayloadException {
        List<Map<String, Object>> records = new ArrayList<>();
        for (BatchOutcome outcome : result(exchange)) {
            if (outcome.status() == OutcomeStatus.FOUND) {
                records.add(Map.of(EXTERNAL_ID, column(outcome, EXTERNAL_ID), "hs_object_id", id(outcome)));
            }
        }
        return records;
    }

    /** The result is the body, or, where the batch could not be sent to its end, a property. */
    private static BatchResult result(Exchange exchange) throws InvalidPayloadException {
        BatchResult ofFailure = exchange.getProperty(HubSpotConstants.BATCH_RESULT, BatchResult.class);
        return ofFailure != null ? ofFailure : exchange.getMessage().getMandatoryBody(BatchResult.class);
    }

    private static Map<String, Object> row(BatchOutcome outcome) {
        OutcomeStatus status = outcome.status();
        HubSpotError error = outcome.error();
        Map<String, Object> row = new HashMap<>();
        row.put(EXTERNAL_ID, column(outcome, EXTERNAL_ID));
        row.put(TO_EXTERNAL_ID, Objects.requireNonNullElse(column(outcome, TO_EXTERNAL_ID), ""));
        row.put("status", status.name());
        row.put("hubspot_id", id(outcome));
        row.put("gone", status == OutcomeStatus.ARCHIVED || status == OutcomeStatus.NOT_FOUND);
        row.put("done", status != OutcomeStatus.AMBIGUOUS && status != OutcomeStatus.NOT_SENT);
        row.put("error_category", error == null ? null : error.category());
        row.put("error_message", error == null ? null : shortened(error.message()));
        row.put("correlation_id", error == null ? null : error.correlationId());
        return row;
    }

    /** The row that the statement before the call brought. */
    private static Object column(BatchOutcome outcome, String name) {
        return ((Map<?, ?>) outcome.input()).get(name);
    }

    /** HubSpot's id; null where it gave none, as for a link. */
    private static Object id(BatchOutcome outcome) {
        return outcome.record() instanceof Map<?, ?> record ? record.get("id") : null;
    }

    private static String shortened(String message) {
        return message == null || message.length() <= MAX_MESSAGE ? message : message.substring(0, MAX_MESSAGE);
    }
}
