// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.soak.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;

import io.github.camelhubspot.batch.OutcomeStatus;
import io.github.camelhubspot.benchmarks.soak.work.Kind;

/**
 * Decides what becomes of a message: the body turns into the rows that report its outcomes, and properties say whether the
 * message, or a rest of it, is to be sent again.
 *
 * <p>What may be repeated goes again as a whole while any record of it is ambiguous or not sent. Of creates without a unique
 * property only what was surely not sent goes again; what is ambiguous is reported, and left to a person.
 */
final class Settlement implements Processor {

    /** The exchange property with the records that went to HubSpot. */
    static final String INPUTS = "inputs";

    /** The exchange property that says whether the whole message goes again. */
    static final String AGAIN = "again";

    /** The exchange property with the records that go again in a message of their own. */
    static final String REST = "rest";

    /** The exchange property with the rows of the records that are done. */
    static final String DONE = "done";

    static final String INSERT_OUTCOMES =
            "sql:insert into outcome (kind, record_key, status, hubspot_id, message, redelivered)"
                    + " values (:#kind, :#key, :#status, :#id, :#message, :#redelivered)?batch=true";

    @Override
    public void process(Exchange exchange) {
        Kind kind = exchange.getMessage().getHeader("kind", Kind.class);
        List<?> inputs = exchange.getProperty(INPUTS, List.class);
        List<Map<String, Object>> rows = new ArrayList<>();
        List<Map<String, Object>> done = new ArrayList<>();
        List<Object> rest = new ArrayList<>();
        for (RecordOutcome outcome : RecordOutcome.of(exchange, inputs)) {
            Map<String, Object> row = outcome.row(exchange);
            rows.add(row);
            if (isDone(kind, outcome.status())) {
                done.add(row);
            } else {
                rest.add(outcome.input());
            }
        }
        exchange.setProperty(DONE, done);
        if (!rest.isEmpty()) {
            exchange.setProperty(AGAIN, kind.repeatable());
            exchange.setProperty(REST, rest);
        }
        exchange.getMessage().setBody(rows);
    }

    private static boolean isDone(Kind kind, OutcomeStatus status) {
        return switch (status) {
            case NOT_SENT -> false;
            case AMBIGUOUS -> !kind.repeatable();
            default -> true;
        };
    }
}
