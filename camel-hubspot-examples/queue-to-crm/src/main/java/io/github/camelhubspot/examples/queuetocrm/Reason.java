// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.queuetocrm;

import java.util.Set;
import java.util.stream.Collectors;

import org.apache.camel.Exchange;
import org.apache.camel.Message;

import io.github.camelhubspot.HubSpotException;
import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.batch.BatchOutcome;

/** Says in headers of a dead letter why it is one. */
public final class Reason {

    static final String STATUS = "HubSpotStatus";
    static final String CATEGORY = "HubSpotCategory";
    static final String CORRELATION_ID = "HubSpotCorrelationId";
    static final String PROPERTIES = "HubSpotProperties";
    static final String MESSAGE = "HubSpotMessage";

    /** Refusals that say nothing against the record: token, scope, lock, rate limit, migration of the account. */
    private static final Set<Integer> NOT_OF_THE_RECORD = Set.of(401, 403, 423, 429, 477);

    /** Whether the same record would fail the same way once more, and other records would not. */
    public boolean isOfTheRecord(Exchange exchange) {
        Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        if (failure instanceof HubSpotException refusal) {
            int status = refusal.getHttpResponseCode();
            return status >= 400 && status < 500 && !NOT_OF_THE_RECORD.contains(status);
        }
        return failure instanceof IllegalArgumentException;
    }

    /** The message's record was refused with an exception. */
    public void ofException(Exchange exchange) {
        Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        HubSpotError error = failure instanceof HubSpotException refusal ? refusal.getError() : null;
        describe(exchange.getMessage(), error == null ? HubSpotError.local(failure.getMessage()) : error);
    }

    /** The body is the outcome of a record that was refused in its batch; the record becomes the body. */
    public void ofOutcome(Exchange exchange) {
        Message message = exchange.getMessage();
        BatchOutcome outcome = message.getBody(BatchOutcome.class);
        describe(message, outcome.error());
        message.setBody(outcome.input());
    }

    private static void describe(Message message, HubSpotError error) {
        message.setHeader(STATUS, error.status());
        message.setHeader(CATEGORY, error.category());
        message.setHeader(CORRELATION_ID, error.correlationId());
        message.setHeader(PROPERTIES, error.propertyNames().collect(Collectors.joining(",")));
        message.setHeader(MESSAGE, error.message());
    }
}
