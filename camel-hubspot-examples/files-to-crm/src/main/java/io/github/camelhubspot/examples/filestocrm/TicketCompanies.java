// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.filestocrm;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;

import io.github.camelhubspot.HubSpotConstants;
import io.github.camelhubspot.batch.BatchOutcome;
import io.github.camelhubspot.batch.BatchResult;
import io.github.camelhubspot.batch.OutcomeStatus;

/** The column that names the company of a ticket: a natural key, which one read per hundred tickets turns into ids. */
public final class TicketCompanies {

    private static final String COLUMN = "company_external_id";
    private static final String COMPANIES = "companies";
    private static final String LABEL = "Reported by";

    /** Whether the account lacks the label of the links. */
    public boolean isLabelMissing(List<Map<String, Object>> labels) {
        return labels.stream().noneMatch(label -> LABEL.equals(label.get("label")));
    }

    /** The companies that the tickets name, each once. */
    public Set<String> named(List<Map<String, Object>> tickets) {
        Set<String> keys = new LinkedHashSet<>();
        tickets.stream().map(TicketCompanies::key).filter(key -> !key.isBlank()).forEach(keys::add);
        return keys;
    }

    /** What the read found, by key. */
    public Map<String, BatchOutcome> found(BatchResult read) {
        Map<String, BatchOutcome> companies = new LinkedHashMap<>();
        read.forEach(company -> companies.put(company.key(), company));
        return companies;
    }

    /** The ticket as HubSpot knows it: the company is no property of it but a link. */
    public Map<String, Object> ticket(@ExchangeProperty("record") Map<String, Object> row) {
        Map<String, Object> ticket = new LinkedHashMap<>(row);
        ticket.remove(COLUMN);
        return ticket;
    }

    /** Whether the ticket names a company. */
    public boolean isNamed(@ExchangeProperty("record") Map<String, Object> row) {
        return !key(row).isBlank();
    }

    /** Addresses the link from the ticket to its company. */
    public void address(Exchange exchange) throws CompanyNotFoundException {
        Map<?, ?> row = exchange.getProperty("record", Map.class);
        BatchOutcome company =
                (BatchOutcome) exchange.getProperty(COMPANIES, Map.class).get(key(row));
        if (company.status() != OutcomeStatus.FOUND) {
            throw new CompanyNotFoundException(company.error());
        }
        String ticketId = exchange.getMessage().getHeader(HubSpotConstants.RESULT_ID, String.class);
        exchange.getMessage().setHeader(HubSpotConstants.OBJECT_ID, ticketId);
        exchange.getMessage().setHeader(HubSpotConstants.TO_OBJECT_ID, ((Map<?, ?>) company.record()).get("id"));
        exchange.getMessage().setBody(null);
    }

    private static String key(Map<?, ?> row) {
        Object key = row.get(COLUMN);
        return key == null ? "" : key.toString();
    }
}
