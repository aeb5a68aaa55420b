// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.filestocrm;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.apache.camel.Message;

import io.github.camelhubspot.HubSpotConstants;
import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.batch.OutcomeStatus;

/**
 * Why a record was not written.
 *
 * @param outcome how the record ended
 * @param error what was said against it
 * @param category HubSpot's category of the error; may be null
 * @param status HubSpot's HTTP status; 0 where HubSpot was not asked
 * @param correlationId HubSpot's id of the call; may be null
 * @param properties the properties that HubSpot refused, separated by commas
 */
record Reason(
        OutcomeStatus outcome, String error, String category, int status, String correlationId, String properties) {

    /** What the batch operations say of an input that they hand to {@code rejectedUri}. */
    static Reason of(Message rejected) {
        return new Reason(
                rejected.getHeader(HubSpotConstants.OUTCOME, OutcomeStatus.class),
                rejected.getHeader(HubSpotConstants.ERROR_MESSAGE, String.class),
                rejected.getHeader(HubSpotConstants.ERROR_CATEGORY, String.class),
                rejected.getHeader(HubSpotConstants.STATUS_CODE, 0, Integer.class),
                rejected.getHeader(HubSpotConstants.CORRELATION_ID, String.class),
                rejected.getHeader(HubSpotConstants.ERROR_PROPERTIES, String.class));
    }

    static Reason of(OutcomeStatus outcome, HubSpotError error) {
        return new Reason(
                outcome,
                error.message(),
                error.category(),
                error.status(),
                error.correlationId(),
                error.propertyNames().collect(Collectors.joining(",")));
    }

    /** The columns that say it. */
    Map<String, Object> columns() {
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put(ReasonColumns.OUTCOME, outcome);
        columns.put(ReasonColumns.ERROR, error);
        columns.put(ReasonColumns.CATEGORY, category);
        columns.put(ReasonColumns.STATUS, status == 0 ? null : status);
        columns.put(ReasonColumns.CORRELATION_ID, correlationId);
        columns.put(ReasonColumns.PROPERTIES, properties);
        return columns;
    }
}
