// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.soak.worker;

import org.apache.camel.builder.RouteBuilder;

import io.github.camelhubspot.HubSpotException;
import io.github.camelhubspot.benchmarks.soak.work.Kind;

/** From the table to HubSpot. A row is done once its outcome is in the database; until then every poll reads it again. */
final class TableRoutes extends RouteBuilder {

    private static final String COLUMNS = "external_id as \"external_id\", name as \"name\", city as \"city\","
            + " numberofemployees as \"numberofemployees\"";

    private final int rowsPerPoll;

    TableRoutes(int rowsPerPoll) {
        this.rowsPerPoll = rowsPerPoll;
    }

    @Override
    public void configure() {
        onException(HubSpotException.class).maximumRedeliveries(0).handled(true).to("direct:settleRows");

        from("sql:select " + COLUMNS + " from work_row where state = 'new' order by n fetch first " + rowsPerPoll
                        + " rows only?useIterator=false&initialDelay=0&delay=100")
                .routeId("table")
                .setHeader("kind", constant(Kind.ROWS))
                .setProperty(Settlement.INPUTS, body())
                .to(Kind.ROWS.uri())
                .to("direct:settleRows");

        from("direct:settleRows")
                .errorHandler(noErrorHandler())
                .process(new Settlement())
                .to(Settlement.INSERT_OUTCOMES)
                .setBody(exchangeProperty(Settlement.DONE))
                .filter(simple("${body.size} > 0"))
                .to("sql:update work_row set state = 'done' where external_id = :#key?batch=true");
    }
}
