// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.filestocrm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.camelhubspot.simulator.HubSpotSimulator;
import io.github.camelhubspot.simulator.crm.Link;
import io.github.camelhubspot.simulator.crm.SimulatedRecord;

import static org.assertj.core.api.Assertions.assertThat;

/** What the simulator's account holds, in the form of the files that say what it should hold. */
final class CrmContent {

    private static final String KEY = "external_id";

    private CrmContent() {}

    /** The records of a type by external id, each with every property that can be written and has a value. */
    static Map<String, Map<String, String>> of(HubSpotSimulator simulator, String type) {
        Map<String, Map<String, String>> content = new TreeMap<>();
        for (SimulatedRecord record : simulator.crm().records(type)) {
            Map<String, String> properties = new TreeMap<>(record.properties());
            // What only HubSpot writes, such as dates of modification.
            properties
                    .keySet()
                    .removeIf(name ->
                            simulator.crm().property(type, name).orElseThrow().isReadOnly());
            Map<String, String> twin = content.put(record.property(KEY), properties);
            if (twin != null) {
                throw new AssertionError("Twice in the account: " + twin);
            }
        }
        return content;
    }

    /** The same of a file; a blank cell is a property without a value. */
    static Map<String, Map<String, String>> expected(String file) {
        Map<String, Map<String, String>> content = new TreeMap<>();
        for (Map<String, String> row : Csv.expected(file)) {
            Map<String, String> properties = new TreeMap<>(row);
            properties.values().removeIf(String::isEmpty);
            content.put(row.get(KEY), properties);
        }
        return content;
    }

    /** Compares record by record, so that a difference names its record. */
    static <T> void assertSame(Map<String, T> actual, Map<String, T> expected) {
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        expected.forEach((id, record) -> assertThat(actual.get(id)).as(id).isEqualTo(record));
    }

    /** The external ids of each ticket's companies, with the labels of the links. */
    static Map<String, Map<String, List<String>>> ticketLinks(HubSpotSimulator simulator) {
        Map<String, Map<String, List<String>>> links = new TreeMap<>();
        for (SimulatedRecord ticket : simulator.crm().records("tickets")) {
            Map<String, List<String>> companies = new LinkedHashMap<>();
            for (Link link : simulator.crm().links("tickets", ticket.id(), "companies")) {
                SimulatedRecord company =
                        simulator.crm().record("companies", link.toObjectId()).orElseThrow();
                companies.put(company.property(KEY), link.labels());
            }
            links.put(ticket.property(KEY), companies);
        }
        return links;
    }

    /** The record ids by external id. */
    static Map<String, String> ids(HubSpotSimulator simulator, String type) {
        Map<String, String> ids = new TreeMap<>();
        simulator.crm().records(type).forEach(record -> ids.put(record.property(KEY), record.id()));
        return ids;
    }
}
