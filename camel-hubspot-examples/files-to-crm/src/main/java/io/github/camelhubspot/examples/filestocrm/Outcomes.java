// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.filestocrm;

import java.util.Map;

import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;

import io.github.camelhubspot.HubSpotAmbiguousWriteException;
import io.github.camelhubspot.HubSpotConstants;
import io.github.camelhubspot.HubSpotException;
import io.github.camelhubspot.HubSpotNotFoundException;
import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.batch.BatchResult;
import io.github.camelhubspot.batch.OutcomeStatus;

/** Counts how each record ended, and keeps those that were not written together with the reason. */
public final class Outcomes {

    private static final String TALLY = "tally";
    private static final String RECORD = "record";

    private final RejectedFiles rejected;

    Outcomes(RejectedFiles rejected) {
        this.rejected = rejected;
    }

    /** A record, or a link, is about to be written; exactly one of the other methods follows. */
    public void begin(Exchange exchange, String what) {
        Tally tally =
                exchange.getProperty(FileReport.PROPERTY, FileReport.class).tally(what);
        tally.read();
        exchange.setProperty(TALLY, tally);
    }

    /** After a create: it gives no id where {@code onConflict=skip} let an existing record be. */
    public void created(@ExchangeProperty(TALLY) Tally tally, @Header(HubSpotConstants.RESULT_ID) String id) {
        tally.ended(id == null ? OutcomeStatus.SKIPPED : OutcomeStatus.CREATED);
    }

    public void updated(@ExchangeProperty(TALLY) Tally tally) {
        tally.ended(OutcomeStatus.UPDATED);
    }

    public void linked(@ExchangeProperty(TALLY) Tally tally) {
        tally.ended(OutcomeStatus.CREATED);
    }

    /** After a batch: its result is the body, or stands beside the exception where the batch ended early. */
    public void batch(Exchange exchange, String what) {
        BatchResult result = exchange.getProperty(HubSpotConstants.BATCH_RESULT, BatchResult.class);
        if (result == null && exchange.getMessage().getBody() instanceof BatchResult whole) {
            result = whole;
        }
        if (result != null) {
            Tally tally =
                    exchange.getProperty(FileReport.PROPERTY, FileReport.class).tally(what);
            result.counts().forEach(tally::ended);
        }
    }

    /** An input of a batch that did not succeed; the batch's result counts it. */
    public void rejectedInput(Exchange exchange) {
        keep(exchange, exchange.getMessage().getBody(), Reason.of(exchange.getMessage()));
    }

    /** A single call failed: the record is kept, and where the failure is not the record's, the file fails too. */
    public void refused(Exchange exchange) throws Exception {
        Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        OutcomeStatus outcome = outcome(failure);
        exchange.getProperty(TALLY, Tally.class).ended(outcome);
        keep(exchange, exchange.getProperty(RECORD), Reason.of(outcome, error(failure)));
        if (outcome == OutcomeStatus.NOT_SENT) {
            throw failure;
        }
    }

    private void keep(Exchange exchange, Object record, Reason reason) {
        @SuppressWarnings("unchecked")
        Map<String, Object> row = (Map<String, Object>) record;
        rejected.add(exchange.getProperty(FileReport.PROPERTY, FileReport.class), row, reason);
    }

    /** Trouble with the account or with HubSpot ends the file: every further record would meet it too. */
    private static OutcomeStatus outcome(Exception failure) {
        if (failure instanceof HubSpotAmbiguousWriteException) {
            return OutcomeStatus.AMBIGUOUS;
        }
        if (failure instanceof HubSpotNotFoundException || failure instanceof CompanyNotFoundException) {
            return OutcomeStatus.NOT_FOUND;
        }
        if (failure instanceof HubSpotException refusal) {
            int status = refusal.getHttpResponseCode();
            boolean ofTheRecord = status >= 400 && status < 500 && status != 401 && status != 403 && status != 429;
            return ofTheRecord ? OutcomeStatus.REJECTED : OutcomeStatus.NOT_SENT;
        }
        return failure instanceof IllegalArgumentException ? OutcomeStatus.REJECTED : OutcomeStatus.NOT_SENT;
    }

    private static HubSpotError error(Exception failure) {
        if (failure instanceof CompanyNotFoundException notFound) {
            return notFound.error();
        }
        return failure instanceof HubSpotException refusal && refusal.getError() != null
                ? refusal.getError()
                : HubSpotError.local(failure.getMessage());
    }
}
