// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.recipes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

import io.github.camelhubspot.batch.BatchOutcome;
import io.github.camelhubspot.batch.BatchResult;
import io.github.camelhubspot.batch.OutcomeStatus;

/** Links between records that the message knows by numbers of its own. */
public class LinkRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:links")
                .setProperty("rows", body())
                .setBody(exchange -> column(exchange, "ticket"))
                .to("hubspot:objects/tickets?operation=batchGet&idProperty=external_id")
                .setProperty("tickets", method(this, "ids"))
                .setBody(exchange -> column(exchange, "company"))
                .to("hubspot:objects/companies?operation=batchGet&idProperty=external_id")
                .setProperty("companies", method(this, "ids"))
                .setBody(this::links)
                .to("hubspot:associations/tickets?operation=batchPutDefault&toObjectType=companies");
    }

    /** The record ids that were found, by the numbers that they were asked for. */
    public static Map<String, String> ids(BatchResult result) {
        Map<String, String> ids = new HashMap<>();
        for (BatchOutcome outcome : result) {
            if (outcome.status() == OutcomeStatus.FOUND) {
                ids.put(outcome.key(), (String) ((Map<?, ?>) outcome.record()).get("id"));
            }
        }
        return ids;
    }

    private static List<?> column(Exchange exchange, String name) {
        return rows(exchange).stream()
                .map(row -> row.get(name))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private List<Map<String, String>> links(Exchange exchange) {
        Map<?, ?> tickets = exchange.getProperty("tickets", Map.class);
        Map<?, ?> companies = exchange.getProperty("companies", Map.class);
        List<Map<String, String>> links = new ArrayList<>();
        for (Map<?, ?> row : rows(exchange)) {
            Object ticket = tickets.get(row.get("ticket"));
            Object company = companies.get(row.get("company"));
            if (ticket == null || company == null) {
                log.warn("Not linked, since one of the two is not in the CRM: {}", row);
            } else {
                links.add(Map.of("objectId", (String) ticket, "toObjectId", (String) company));
            }
        }
        return links;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<?, ?>> rows(Exchange exchange) {
        return exchange.getProperty("rows", List.class);
    }
}
