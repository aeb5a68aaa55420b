// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.recipes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.apache.camel.Variable;

import io.github.camelhubspot.batch.BatchOutcome;
import io.github.camelhubspot.batch.BatchResult;
import io.github.camelhubspot.batch.OutcomeStatus;

/** Rows with a ticket's and a company's number, and the links that they become; called by the routes. */
public class LinkRows {

    public List<String> tickets(@Variable("rows") List<Map<?, ?>> rows) {
        return column(rows, "ticket");
    }

    public List<String> companies(@Variable("rows") List<Map<?, ?>> rows) {
        return column(rows, "company");
    }

    /** The rows of which both ends are in the CRM, by the ids that they have there. */
    public List<Map<String, String>> linked(
            @Variable("rows") List<Map<?, ?>> rows,
            @Variable("tickets") BatchResult tickets,
            @Variable("companies") BatchResult companies) {
        Map<String, String> ticketIds = ids(tickets);
        Map<String, String> companyIds = ids(companies);
        List<Map<String, String>> links = new ArrayList<>();
        for (Map<?, ?> row : rows) {
            String ticket = ticketIds.get(number(row, "ticket"));
            String company = companyIds.get(number(row, "company"));
            if (ticket != null && company != null) {
                links.add(Map.of("objectId", ticket, "toObjectId", company));
            }
        }
        return links;
    }

    /** The other rows, as they came. */
    public List<Map<?, ?>> unlinked(
            @Variable("rows") List<Map<?, ?>> rows,
            @Variable("tickets") BatchResult tickets,
            @Variable("companies") BatchResult companies) {
        Map<String, String> ticketIds = ids(tickets);
        Map<String, String> companyIds = ids(companies);
        return rows.stream()
                .filter(row -> !ticketIds.containsKey(number(row, "ticket"))
                        || !companyIds.containsKey(number(row, "company")))
                .toList();
    }

    private static List<String> column(List<Map<?, ?>> rows, String name) {
        return rows.stream()
                .map(row -> number(row, name))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** As text, which is what HubSpot keeps, also where the row has it as a number. */
    private static String number(Map<?, ?> row, String name) {
        return Objects.toString(row.get(name), null);
    }

    /** The record ids that were found, by the numbers that they were asked for. */
    private static Map<String, String> ids(BatchResult result) {
        Map<String, String> ids = new HashMap<>();
        for (BatchOutcome outcome : result) {
            if (outcome.status() == OutcomeStatus.FOUND) {
                ids.put(outcome.key(), (String) ((Map<?, ?>) outcome.record()).get("id"));
            }
        }
        return ids;
    }
}
